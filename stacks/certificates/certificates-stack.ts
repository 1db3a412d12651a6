import type { Construct } from 'constructs';
import { Authority, Certificate, ClusterIssuer, Stack, type StackProps, Tls } from '../../constructs';
import { certManager, ingressNginx } from '../../platform/add-ons';
import { publishKuard } from './kuard';

/** Name of the Secret with the certificate of the exercise. */
export const TLS_SECRET = 'quickstart-example-tls';

/** What the stack can be told. */
export interface CertificatesStackProps extends StackProps {
  /** Where Let's Encrypt writes to. */
  readonly email: string;
  /** Host of kuard. */
  readonly kuardHost: string;
}

/** The templating homework: TLS from cert-manager, with Let's Encrypt and with an authority of one's own. */
export class CertificatesStack extends Stack {
  public readonly title = 'TLS from cert-manager';
  public readonly needs = [certManager, ingressNginx];
  /** The authority that works on kind, where Let's Encrypt cannot reach the cluster. */
  public readonly issuer: ClusterIssuer;

  public constructor(scope: Construct, id: string, props: CertificatesStackProps) {
    super(scope, id, props);
    const { email } = props;
    new ClusterIssuer(this, 'letsencrypt-staging', { authority: Authority.letsEncryptStaging({ email }) });
    new ClusterIssuer(this, 'letsencrypt-production', { authority: Authority.letsEncryptProduction({ email }) });

    const selfSigned = new ClusterIssuer(this, 'self-signed', { authority: Authority.selfSigned() });
    const authority = new Certificate(this, 'kind-ca-certificate', {
      name: 'kind-ca',
      namespace: certManager.namespace,
      issuer: selfSigned,
      isCa: true,
      commonName: 'kind-ca',
    });
    this.issuer = new ClusterIssuer(this, 'kind-ca', { authority: Authority.ca(authority) });

    publishKuard(this, { host: props.kuardHost, tls: Tls.fromIssuer(this.issuer, TLS_SECRET) });
  }
}
