import type { Construct } from 'constructs';
import {
  type Canary,
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
export interface CanaryWayStackProps extends StackProps {
  /** Which requests go to the new version. */
  readonly canary: Canary;
  /** The same in words, for the head of the file. */
  readonly title: string;
}

/** Another way to choose the requests of a canary, with a main route of its own. */
export class CanaryWayStack extends Stack {
  public readonly title: string;
  public readonly needs = [ingressNginx];

  public constructor(scope: Construct, id: string, props: CanaryWayStackProps) {
    super(scope, id, props);
    this.title = props.title;
    const web = new WebApplication(this, 'web', { replicas: 3 });
    const canary = new WebApplication(this, 'web-canary', { replicas: 2, pages: Pages.aboutThisPod('Canary') });
    const main = new Ingress(this, 'ingress', {
      name: web.name,
      routes: [
        {
          host: this.host(),
          path: Path.strippedPrefix('/web'),
          to: web.expose('web-svc', Exposure.headless()).port('http'),
        },
      ],
    });
    new CanaryIngress(this, 'canary-ingress', {
      name: canary.name,
      of: main,
      to: canary.expose('web-canary-svc', Exposure.headless()).port('http'),
      canary: props.canary,
    });
  }
}
