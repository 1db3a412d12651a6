export { NetworkPolicies, type NetworkPoliciesProps } from './network-policies';
