import type { Construct } from 'constructs';
import { type Need, Pod, Stack, webPod } from '../../constructs';
import { ingressNginx, metallb } from '../../platform/add-ons';
import { type PublishedStackProps, publish } from './publish';

/** The intro homework: the web application as a bare Pod, which nobody replaces. */
export class WebPodStack extends Stack {
  public readonly title = 'the web application as a bare Pod';
  public readonly needs: readonly Need[];

  public constructor(scope: Construct, id: string, props: PublishedStackProps) {
    super(scope, id, props);
    this.needs = [metallb, ingressNginx, props.loadBalancer];
    publish(this, new Pod(this, 'web', webPod()));
  }
}
