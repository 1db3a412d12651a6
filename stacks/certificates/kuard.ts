import type { Construct } from 'constructs';
import { Deployment, Exposure, Ingress, Port, Probe, SecurityProfile, type Service, type Tls } from '../../constructs';

/** What kuard can be told. */
export interface KuardOptions {
  /** Its host. */
  readonly host: string;
  /** Its certificate. */
  readonly tls: Tls;
}

const NOBODY = 65534;

/** The web application of the exercise, which shows what it knows about its cluster, behind TLS. */
export function publishKuard(scope: Construct, { host, tls }: KuardOptions): Service {
  const kuard = new Deployment(scope, 'kuard', {
    containers: [
      {
        name: 'kuard',
        image: 'gcr.io/kuar-demo/kuard-amd64:1',
        ports: [Port.tcp('http', 8080)],
        readiness: Probe.http('/ready'),
        liveness: Probe.http('/healthy'),
      },
    ],
    security: SecurityProfile.restricted({ user: NOBODY }),
  });
  const service = kuard.expose(kuard.name, Exposure.clusterIp({ port: 80 }));
  new Ingress(scope, 'ingress', { name: kuard.name, routes: [{ host, to: service.port() }], tls: [tls] });
  return service;
}
