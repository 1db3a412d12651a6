import type { PodPort } from '../pods/port';
import type { Service } from './service';

/** One port of a Service; what a route leads to and an address is made of. Given by `service.port()`. */
export interface ServicePort {
  /** The Service that exposes it. */
  readonly service: Service;
  /** Name of the port of the Service. */
  readonly name: string;
  /** Number under which the Service answers. */
  readonly number: number;
  /** Port of the pods behind it. */
  readonly target: PodPort;
}
