import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Replicas } from '../workloads/replicas';
import type { Rollout } from '../workloads/rollout';
import { GrpcService } from './grpc-service';
import type { ShopImages } from './shop-images';

/** What the payment service can be told. */
export interface PaymentServiceProps extends Replicas {
  /** Where the image comes from. */
  readonly images: ShopImages;

  /**
   * How its pods are replaced.
   *
   * @default - a quarter of the pods at a time
   */
  readonly rollout?: Rollout;
}

/** The service of the shop on which the course tries rollouts: it needs none of the others. */
export class PaymentService extends GrpcService {
  public constructor(scope: Construct, id: string, props: PaymentServiceProps) {
    super(scope, id, { ...props, port: 50051, env: { DISABLE_PROFILER: '1' }, gracePeriod: Duration.seconds(5) });
  }
}
