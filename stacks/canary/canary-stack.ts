import type { Construct } from 'constructs';
import { Canary, CanaryIngress, Exposure, type Need, Pages, Stack, WebApplication } from '../../constructs';
import type { WebStack } from '../web/web-stack';

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
    const web = new WebApplication(this, 'web-canary', { replicas: 2, pages: Pages.aboutThisPod('Canary') });
    const pods = web.expose('web-canary-svc', Exposure.headless());
    new CanaryIngress(this, 'ingress', {
      name: web.name,
      of: props.of.ingress,
      to: pods.port('http'),
      canary: Canary.byHeader('canary', 'forsure'),
    });
  }
}
