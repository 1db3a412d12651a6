import type { Construct } from 'constructs';
import { type Ingress, Rollout, Stack, type StackProps, WebApplication } from '../../constructs';
import { ingressNginx, metallb } from '../../platform/add-ons';
import { publish } from './publish';

/** What the stack can be told. */
export interface WebStackProps extends StackProps {
  /**
   * How pods are replaced.
   *
   * @default Rollout.blueGreen()
   */
  readonly rollout?: Rollout;
}

/** The networks homework: one web application, published in every way. */
export class WebStack extends Stack {
  public readonly title = 'one web application, published in every way';
  public readonly needs = [metallb, ingressNginx];
  /** The main route, of which a canary can take a part. */
  public readonly ingress: Ingress;

  public constructor(scope: Construct, id: string, props: WebStackProps = {}) {
    super(scope, id, props);
    const web = new WebApplication(this, 'web', { replicas: 3, rollout: props.rollout ?? Rollout.blueGreen() });
    this.ingress = publish(this, web);
  }
}
