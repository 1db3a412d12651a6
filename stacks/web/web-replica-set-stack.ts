import type { Construct } from 'constructs';
import { type Need, ReplicaSet, Stack, webPod } from '../../constructs';
import { ingressNginx, metallb } from '../../platform/add-ons';
import { type PublishedStackProps, publish } from './publish';

/** The controllers homework: the web application as a ReplicaSet, which does not renew its pods. */
export class WebReplicaSetStack extends Stack {
  public readonly title = 'the web application as a ReplicaSet';
  public readonly needs: readonly Need[];

  public constructor(scope: Construct, id: string, props: PublishedStackProps) {
    super(scope, id, props);
    this.needs = [metallb, ingressNginx, props.loadBalancer];
    publish(this, new ReplicaSet(this, 'web', { ...webPod(), replicas: 3 }));
  }
}
