import type { Construct } from 'constructs';
import { Gateway, HttpRoute, type Need, Path, Stack, WebApplication } from '../../constructs';
import { gatewayApi, metallb } from '../../platform/add-ons';
import type { GatewayStackProps } from '../gateway';
import { expose, type PublishedStackProps } from './publish';

/** The web application behind the Gateway API instead of an Ingress. */
export class WebGatewayStack extends Stack {
  public readonly title = 'the web application behind the Gateway API';
  public readonly needs: readonly Need[];

  public constructor(scope: Construct, id: string, props: GatewayStackProps & PublishedStackProps) {
    super(scope, id, props);
    this.needs = [metallb, gatewayApi, props.loadBalancer];
    const web = new WebApplication(this, 'web', { replicas: 3 });
    new HttpRoute(this, 'route', {
      name: web.name,
      gateway: new Gateway(this, 'kind', { className: props.gatewayClass }),
      routes: [{ host: this.host(), path: Path.strippedPrefix('/web'), to: expose(web).port('http') }],
    });
  }
}
