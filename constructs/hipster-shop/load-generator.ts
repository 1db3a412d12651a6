import { Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { ServiceAccount } from '../access/service-account';
import { Resources } from '../pods/resources';
import { SecurityProfile } from '../pods/security-profile';
import { Deployment } from '../workloads/deployment';
import type { Frontend } from './frontend';
import { type ShopImages, shopImage } from './shop-images';

/** What the visitors can be told. */
export interface LoadGeneratorProps {
  /** Where the image comes from. */
  readonly images: ShopImages;

  /** The website that they visit. */
  readonly frontend: Frontend;

  /**
   * How many there are.
   *
   * @default 10
   */
  readonly users?: number;

  /**
   * How many of them come in a second, until all are there.
   *
   * @default 1
   */
  readonly rate?: number;
}

const WAIT = [
  'until timeout 5 wget -q -O /dev/null "http://$FRONTEND_ADDR/_healthz"; do',
  '  echo "waiting for $FRONTEND_ADDR"',
  '  sleep 2',
  'done',
  '',
].join('\n');

/** Visitors of the shop who look around and buy; optional. They wait until the website answers. */
export class LoadGenerator extends Construct {
  public constructor(scope: Construct, id: string, props: LoadGeneratorProps) {
    super(scope, id);
    const { images, frontend, users = 10, rate = 1 } = props;
    const FRONTEND_ADDR = frontend.address;
    new Deployment(this, 'Deployment', {
      name: id,
      initContainers: [
        { name: 'frontend-check', image: 'busybox:1.37.0', command: ['sh', '-c', WAIT], env: { FRONTEND_ADDR } },
      ],
      containers: [
        {
          name: 'main',
          image: shopImage(images, id),
          env: { FRONTEND_ADDR, USERS: String(users), RATE: String(rate) },
          resources: Resources.of({ cpu: '300m', memory: '256Mi' }, { cpu: '500m', memory: '512Mi' }),
        },
      ],
      gracePeriod: Duration.seconds(5),
      security: SecurityProfile.restricted({ user: 1000 }),
      serviceAccount: new ServiceAccount(this, 'ServiceAccount', { name: id }),
    });
  }
}
