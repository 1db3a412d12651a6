import type { Construct } from 'constructs';
import { Pod, Stack, type StackProps, webPod } from '../../constructs';
import { ingressNginx, metallb } from '../../platform/add-ons';
import { publish } from './publish';

/** The intro homework: the web application as a bare Pod, which nobody replaces. */
export class WebPodStack extends Stack {
  public readonly title = 'the web application as a bare Pod';
  public readonly needs = [metallb, ingressNginx];

  public constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    publish(this, new Pod(this, 'web', webPod()));
  }
}
