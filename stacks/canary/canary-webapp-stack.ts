import type { Construct } from 'constructs';
import {
  Canary,
  CanaryIngress,
  Exposure,
  Ingress,
  Pages,
  Path,
  Stack,
  type StackProps,
  WebApplication,
} from '../../constructs';
import { ingressNginx } from '../../platform/add-ons';

/** What the stack can be told. */
export interface CanaryWebappStackProps extends StackProps {
  /** The host of the exercise. */
  readonly exerciseHost: string;
}

/** The second exercise of the homework: two versions of one application under a name of its own. */
export class CanaryWebappStack extends Stack {
  public readonly title = 'requests with the header mtest: true go to version 2';
  public readonly needs = [ingressNginx];

  public constructor(scope: Construct, id: string, props: CanaryWebappStackProps) {
    super(scope, id, props);
    const v1 = new WebApplication(this, 'webapp-v1', { replicas: 3, pages: Pages.text('v1') });
    const v2 = new WebApplication(this, 'webapp-v2', { replicas: 3, pages: Pages.text('v2') });
    const main = new Ingress(this, 'ingress', {
      name: v1.name,
      routes: [
        {
          host: props.exerciseHost,
          path: Path.strippedPrefix('/test-webapp'),
          to: v1.expose(v1.name, Exposure.clusterIp({ port: 80 })).port(),
        },
      ],
    });
    new CanaryIngress(this, 'canary-ingress', {
      name: v2.name,
      of: main,
      to: v2.expose(v2.name, Exposure.clusterIp({ port: 80 })).port(),
      canary: Canary.byHeader('mtest', 'true'),
    });
  }
}
