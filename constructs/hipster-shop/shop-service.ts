import type { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ServiceAccount } from '../access/service-account';
import type { Env } from '../pods/env';
import type { Port } from '../pods/port';
import type { Probe } from '../pods/probe';
import type { Resources } from '../pods/resources';
import { SecurityProfile } from '../pods/security-profile';
import type { Address } from '../services/address';
import { Exposure } from '../services/exposure';
import type { Service } from '../services/service';
import { Deployment } from '../workloads/deployment';
import type { Replicas } from '../workloads/replicas';
import type { Rollout } from '../workloads/rollout';
import { type ShopImages, shopImage } from './shop-images';

/** What every service of the shop can be told. */
export interface ShopServiceProps extends Replicas {
  /** Where the image comes from. */
  readonly images: ShopImages;

  /** The port on which the program listens. */
  readonly port: Port;

  /**
   * The port under which the others reach it.
   *
   * @default - the port on which it listens
   */
  readonly servicePort?: number;

  /**
   * Its environment.
   *
   * @default - none
   */
  readonly env?: Env;

  /** Is it ready for traffic? */
  readonly readiness: Probe;

  /** Does it still live? */
  readonly liveness: Probe;

  /** What it is promised and what it may use. */
  readonly resources: Resources;

  /**
   * How long it may take to end.
   *
   * @default Duration.seconds(30)
   */
  readonly gracePeriod?: Duration;

  /**
   * How its pods are replaced.
   *
   * @default - a quarter of the pods at a time
   */
  readonly rollout?: Rollout;
}

/**
 * One service of the shop: a Deployment, its Service and its ServiceAccount, all named like the
 * construct.
 */
export class ShopService extends Construct {
  /** The pods, to publish them in further ways. */
  public readonly workload: Deployment;
  /** The Service under which the others reach it. */
  public readonly service: Service;

  public constructor(scope: Construct, id: string, props: ShopServiceProps) {
    super(scope, id);
    const { images, port, env, readiness, liveness, resources, servicePort, replicas, rollout, gracePeriod } = props;
    this.workload = new Deployment(this, 'Deployment', {
      name: id,
      replicas,
      rollout,
      gracePeriod,
      containers: [
        { name: 'server', image: shopImage(images, id), ports: [port], env, readiness, liveness, resources },
      ],
      security: SecurityProfile.restricted({ user: 1000 }),
      serviceAccount: new ServiceAccount(this, 'ServiceAccount', { name: id }),
    });
    this.service = this.workload.expose(id, Exposure.clusterIp({ port: servicePort }));
  }

  /** Where the others reach it. */
  public get address(): Address {
    return this.service.address();
  }
}
