import type { Construct } from 'constructs';
import type { ObjectProps } from '../naming/metadata';
import { Deployment } from '../workloads/deployment';
import type { Replicas } from '../workloads/replicas';
import type { Rollout } from '../workloads/rollout';
import { type WebPodOptions, webPod } from './web-pod';

/** What a web application can be told. */
export interface WebApplicationProps extends ObjectProps, WebPodOptions, Replicas {
  /**
   * How pods are replaced when the template changes.
   *
   * @default - a quarter of the pods at a time
   */
  readonly rollout?: Rollout;
}

/** A web server with pages of one's own as a Deployment; `expose()` publishes it. */
export class WebApplication extends Deployment {
  public constructor(scope: Construct, id: string, props: WebApplicationProps = {}) {
    const { name, namespace, labels, annotations, replicas, rollout, ...pod } = props;
    super(scope, id, { name, namespace, labels, annotations, replicas, rollout, ...webPod(pod) });
  }
}
