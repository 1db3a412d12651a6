import type { Construct } from 'constructs';
import { type Ingress, type Need, Rollout, Stack, WebApplication } from '../../constructs';
import { ingressNginx, metallb } from '../../platform/add-ons';
import { type PublishedStackProps, publish } from './publish';

/** What the stack can be told. */
export interface WebStackProps extends PublishedStackProps {
  /**
   * How pods are replaced.
   *
   * @default Rollout.blueGreen()
   */
  readonly rollout?: Rollout;

  /**
   * What this form is about, for the head of the file.
   *
   * @default 'one web application, published in every way'
   */
  readonly title?: string;
}

/** The networks homework: one web application, published in every way. */
export class WebStack extends Stack {
  public readonly title: string;
  public readonly needs: readonly Need[];
  /** The main route, of which a canary can take a part. */
  public readonly ingress: Ingress;

  public constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, props);
    this.title = props.title ?? 'one web application, published in every way';
    this.needs = [metallb, ingressNginx, props.loadBalancer];
    const web = new WebApplication(this, 'web', { replicas: 3, rollout: props.rollout ?? Rollout.blueGreen() });
    this.ingress = publish(this, web);
  }
}
