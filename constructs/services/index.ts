export { Address } from './address';
export type { ExposedPortOptions } from './exposed-port';
export { Exposure } from './exposure';
export { type Link, linksOf, recordLink } from './links';
export { Service, type ServiceProps } from './service';
export type { ServicePort } from './service-port';
export type { ServiceTarget } from './service-target';
