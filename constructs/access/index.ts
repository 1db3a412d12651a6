export { Namespace, type NamespaceProps } from './namespace';
export { ServiceAccount, type ServiceAccountProps } from './service-account';
