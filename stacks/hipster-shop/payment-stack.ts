import type { Construct } from 'constructs';
import { type Need, PaymentService, type Rollout, type ShopImages, Stack, type StackProps } from '../../constructs';

/** What the stack can be told. */
export interface PaymentStackProps extends StackProps {
  /** Where the image comes from. */
  readonly images: ShopImages;
  /** How the pods are replaced. */
  readonly rollout: Rollout;
  /** The same in words, for the head of the file. */
  readonly title: string;
}

/** The controllers homework: watch how the pods of the payment service are replaced. */
export class PaymentStack extends Stack {
  public readonly title: string;
  public readonly needs: readonly Need[] = [];

  public constructor(scope: Construct, id: string, props: PaymentStackProps) {
    super(scope, id, props);
    const { images, rollout } = props;
    this.title = props.title;
    new PaymentService(this, 'paymentservice', { images, rollout, replicas: 3 });
  }
}
