import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Env } from '../pods/env';
import { Port } from '../pods/port';
import { Probe } from '../pods/probe';
import { Resources } from '../pods/resources';
import { Exposure } from '../services/exposure';
import type { ShopImages } from './shop-images';
import { ShopService } from './shop-service';

/** What the frontend can be told. */
export interface FrontendProps {
  /** Where the image comes from. */
  readonly images: ShopImages;
  /** The addresses of the services that it shows. */
  readonly env: Env;
}

/** The website of the shop, inside the cluster and at an address outside of it. */
export class Frontend extends ShopService {
  public constructor(scope: Construct, id: string, props: FrontendProps) {
    const http = Port.tcp('http', 8080);
    super(scope, id, {
      images: props.images,
      port: http,
      servicePort: 80,
      env: { PORT: String(http.number), ...props.env },
      readiness: health('x-readiness-probe'),
      liveness: health('x-liveness-probe'),
      resources: Resources.of({ cpu: '100m', memory: '64Mi' }, { cpu: '200m', memory: '128Mi' }),
    });
    this.workload.expose(`${id}-external`, Exposure.loadBalancer({ port: 80 }));
  }
}

// The frontend makes a session for every visitor; the kubelet names its own.
function health(session: string): Probe {
  return Probe.http('/_healthz', {
    initialDelay: Duration.seconds(10),
    headers: { Cookie: `shop_session-id=${session}` },
  });
}
