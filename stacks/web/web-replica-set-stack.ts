import type { Construct } from 'constructs';
import { ReplicaSet, Stack, type StackProps, webPod } from '../../constructs';
import { ingressNginx, metallb } from '../../platform/add-ons';
import { publish } from './publish';

/** The controllers homework: the web application as a ReplicaSet, which does not renew its pods. */
export class WebReplicaSetStack extends Stack {
  public readonly title = 'the web application as a ReplicaSet';
  public readonly needs = [metallb, ingressNginx];

  public constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    publish(this, new ReplicaSet(this, 'web', { ...webPod(), replicas: 3 }));
  }
}
