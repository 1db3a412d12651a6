import type { Construct } from 'constructs';
import { Canary, CanaryIngress, type Need, Stack } from '../../constructs';
import type { WebStack } from '../web/web-stack';
import { newVersion } from './versions';

/** What the stack can be told. */
export interface CanaryStackProps {
  /** The stack whose route gives part of its traffic away. */
  readonly of: WebStack;
}

/** The networks homework: requests that say so go to a new version. */
export class CanaryStack extends Stack {
  public readonly title = 'requests with the header canary: forsure go to a new version';
  public readonly needs: readonly Need[];

  public constructor(scope: Construct, id: string, props: CanaryStackProps) {
    super(scope, id);
    this.needs = [...props.of.needs, props.of];
    const to = newVersion(this);
    new CanaryIngress(this, 'ingress', {
      name: to.service.target.name,
      of: props.of.ingress,
      to,
      canary: Canary.byHeader('canary', 'forsure'),
    });
  }
}
