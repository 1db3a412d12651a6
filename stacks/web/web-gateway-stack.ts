import type { Construct } from 'constructs';
import { Gateway, HttpRoute, Path, Stack, WebApplication } from '../../constructs';
import { gatewayApi, metallb } from '../../platform/add-ons';
import type { GatewayStackProps } from '../gateway';
import { expose } from './publish';

/** The web application behind the Gateway API instead of an Ingress. */
export class WebGatewayStack extends Stack {
  public readonly title = 'the web application behind the Gateway API';
  public readonly needs = [metallb, gatewayApi];

  public constructor(scope: Construct, id: string, props: GatewayStackProps) {
    super(scope, id, props);
    const web = new WebApplication(this, 'web', { replicas: 3 });
    new HttpRoute(this, 'route', {
      name: web.name,
      gateway: new Gateway(this, 'kind', { className: props.gatewayClass }),
      routes: [{ host: this.host(), path: Path.strippedPrefix('/web'), to: expose(web).port('http') }],
    });
  }
}
