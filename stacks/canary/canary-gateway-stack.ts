import type { Construct } from 'constructs';
import { type Canary, Exposure, Gateway, HttpRoute, Pages, Path, Stack, WebApplication } from '../../constructs';
import { gatewayApi } from '../../platform/add-ons';
import type { GatewayStackProps } from '../gateway';

/** What the stack can be told. */
export interface CanaryGatewayStackProps extends GatewayStackProps {
  /** Which requests go to the new version. */
  readonly canary: Canary;
  /** The same in words, for the head of the file. */
  readonly title: string;
}

/** A canary behind the Gateway API: its standard knows headers and weights. */
export class CanaryGatewayStack extends Stack {
  public readonly title: string;
  public readonly needs = [gatewayApi];

  public constructor(scope: Construct, id: string, props: CanaryGatewayStackProps) {
    super(scope, id, props);
    this.title = props.title;
    const web = new WebApplication(this, 'web', { replicas: 3 });
    const canary = new WebApplication(this, 'web-canary', { replicas: 2, pages: Pages.aboutThisPod('Canary') });
    new HttpRoute(this, 'route', {
      name: web.name,
      gateway: new Gateway(this, 'kind', { className: props.gatewayClass }),
      routes: [
        {
          host: this.host(),
          path: Path.strippedPrefix('/web'),
          to: web.expose('web-svc', Exposure.headless()).port('http'),
        },
      ],
      canary: { canary: props.canary, to: canary.expose('web-canary-svc', Exposure.headless()).port('http') },
    });
  }
}
