import { Duration } from 'cdk8s';
import type { ServiceAccount } from '../access/service-account';
import type { ObjectProps } from '../naming/metadata';
import type { PodParts } from '../pods/pod-parts';
import { Port } from '../pods/port';
import { Probe } from '../pods/probe';
import { Resources } from '../pods/resources';
import { SecurityProfile } from '../pods/security-profile';
import type { PodVolume } from '../pods/volume';
import type { Address } from '../services/address';

/** A Redis that others can be given, in whatever form it runs. */
export interface RedisServer {
  /** Where it answers. */
  readonly address: Address;
}

/** What both forms of Redis can be told. */
export interface RedisProps extends Omit<ObjectProps, 'namespace'> {
  /**
   * Image of the server.
   *
   * @default 'redis:7.2-alpine'
   */
  readonly image?: string;
}

const DATA = '/data';
const USER = 999;

/** The pod of a Redis that keeps its data in `data`; both forms are made of it. */
export function redisPod(
  data: PodVolume,
  serviceAccount: ServiceAccount,
  { image = 'redis:7.2-alpine' }: RedisProps,
): PodParts {
  const probe = Probe.tcp({ period: Duration.seconds(5) });
  return {
    containers: [
      {
        name: 'redis',
        image,
        ports: [Port.tcp('tcp-redis', 6379)],
        readiness: probe,
        liveness: probe,
        resources: Resources.of({ cpu: '70m', memory: '200Mi' }, { cpu: '125m', memory: '256Mi' }),
        mounts: [data.at(DATA)],
      },
    ],
    security: SecurityProfile.restricted({ user: USER }),
    serviceAccount,
  };
}
