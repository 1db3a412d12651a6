import type { Construct } from 'constructs';
import { type Canary, CanaryIngress, Ingress, Path, Stack, type StackProps } from '../../constructs';
import { ingressNginx } from '../../platform/add-ons';
import { mainVersion, newVersion } from './versions';

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
    const to = mainVersion(this);
    const main = new Ingress(this, 'ingress', {
      name: to.service.target.name,
      routes: [{ host: this.host(), path: Path.strippedPrefix('/web'), to }],
    });
    const canary = newVersion(this);
    new CanaryIngress(this, 'canary-ingress', {
      name: canary.service.target.name,
      of: main,
      to: canary,
      canary: props.canary,
    });
  }
}
