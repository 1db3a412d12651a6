import { Construct } from 'constructs';
import { ServiceAccount } from '../access/service-account';
import { EmptyDir } from '../pods/volumes';
import type { Address } from '../services/address';
import { Deployment } from '../workloads/deployment';
import { type RedisProps, type RedisServer, redisPod } from './redis-server';

/** A Redis that forgets everything with its pod: a cache. */
export class Redis extends Construct implements RedisServer {
  /** Where it answers. */
  public readonly address: Address;

  public constructor(scope: Construct, id: string, props: RedisProps = {}) {
    super(scope, id);
    const { name = id, labels, annotations } = props;
    const account = new ServiceAccount(this, 'ServiceAccount', { name });
    const server = new Deployment(this, 'Deployment', {
      name,
      labels,
      annotations,
      ...redisPod(new EmptyDir('redis-data'), account, props),
    });
    this.address = server.expose(name).address();
  }
}
