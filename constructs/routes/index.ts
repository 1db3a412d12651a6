export { Canary, type CanaryRequest } from './canary';
export { CanaryIngress, type CanaryIngressProps } from './canary-ingress';
export type { CanaryRules, HeaderRule, WeightRule } from './canary-rules';
export { Gateway, type GatewayProps } from './gateway';
export { HttpRoute, type HttpRouteCanary, type HttpRouteProps } from './http-route';
export { Ingress, type IngressProps } from './ingress';
export { Path, type PathKind } from './path';
export type { Route } from './route';
export { Tls, type TlsOptions } from './tls';
