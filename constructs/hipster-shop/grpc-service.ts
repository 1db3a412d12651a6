import type { Construct } from 'constructs';
import type { Env } from '../pods/env';
import { Port } from '../pods/port';
import { Probe, type ProbeOptions } from '../pods/probe';
import { Resources } from '../pods/resources';
import { ShopService, type ShopServiceProps } from './shop-service';

/** What a service of the shop that speaks gRPC can be told. */
export interface GrpcServiceProps extends Omit<ShopServiceProps, 'port' | 'readiness' | 'liveness' | 'resources'> {
  /** Number of the port on which it listens. */
  readonly port: number;

  /**
   * Whether the program is told its port in `PORT`.
   *
   * @default true
   */
  readonly portVariable?: boolean;

  /**
   * When its health is asked, both for readiness and for liveness.
   *
   * @default - at once, every ten seconds
   */
  readonly probes?: ProbeOptions;

  /**
   * When its liveness is asked, where that differs.
   *
   * @default - as `probes`
   */
  readonly liveness?: ProbeOptions;

  /**
   * What it is promised and what it may use.
   *
   * @default - 100m/64Mi promised, 200m/128Mi at most
   */
  readonly resources?: Resources;
}

/** A service of the shop that speaks gRPC and answers the health questions of that protocol. */
export class GrpcService extends ShopService {
  public constructor(scope: Construct, id: string, props: GrpcServiceProps) {
    const { port, portVariable = true, probes, liveness = probes, resources, env, ...others } = props;
    const variables: Env = { ...(portVariable && { PORT: String(port) }), ...env };
    super(scope, id, {
      ...others,
      port: Port.tcp('grpc', port),
      env: variables,
      readiness: Probe.grpc(probes),
      liveness: Probe.grpc(liveness),
      resources: resources ?? Resources.of({ cpu: '100m', memory: '64Mi' }, { cpu: '200m', memory: '128Mi' }),
    });
  }
}
