import type { Construct } from 'constructs';
import { type Canary, Gateway, HttpRoute, Path, Stack } from '../../constructs';
import { gatewayApi } from '../../platform/add-ons';
import type { GatewayStackProps } from '../gateway';
import { mainVersion, newVersion } from './versions';

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
    const to = mainVersion(this);
    new HttpRoute(this, 'route', {
      name: to.service.target.name,
      gateway: new Gateway(this, 'kind', { className: props.gatewayClass }),
      routes: [{ host: this.host(), path: Path.strippedPrefix('/web'), to }],
      canary: { canary: props.canary, to: newVersion(this) },
    });
  }
}
