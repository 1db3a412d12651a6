import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import { ServiceAccount } from '../access/service-account';
import type { Address } from '../services/address';
import { ClaimTemplate } from '../storage/claim-template';
import { StatefulSet } from '../workloads/stateful-set';
import { type RedisProps, type RedisServer, redisPod } from './redis-server';

/** What a Redis with storage can be told. */
export interface PersistentRedisProps extends RedisProps {
  /**
   * How much it can hold on disk.
   *
   * @default Size.gibibytes(1)
   */
  readonly size?: Size;

  /**
   * Name of the StorageClass.
   *
   * @default - the default class of the cluster
   */
  readonly storageClass?: string;
}

/**
 * A Redis whose data survives its pod. Its Service is called `<name>-master`, as in the usual
 * chart; who uses `address` does not notice.
 */
export class PersistentRedis extends Construct implements RedisServer {
  /** Where it answers. */
  public readonly address: Address;

  public constructor(scope: Construct, id: string, props: PersistentRedisProps = {}) {
    super(scope, id);
    const { name = id, labels, annotations, size = Size.gibibytes(1), storageClass } = props;
    const account = new ServiceAccount(this, 'ServiceAccount', { name });
    const data = new ClaimTemplate('redis-data', { size, storageClass });
    const server = new StatefulSet(this, 'StatefulSet', {
      name,
      labels,
      annotations,
      serviceName: `${name}-master`,
      ...redisPod(data, account, props),
    });
    this.address = server.service.address();
  }
}
