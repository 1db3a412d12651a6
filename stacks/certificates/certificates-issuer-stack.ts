import type { Construct } from 'constructs';
import { Authority, Certificate, Issuer, Stack, type StackProps, Tls } from '../../constructs';
import { certManager, ingressNginx } from '../../platform/add-ons';
import { TLS_SECRET } from './certificates-stack';
import { publishKuard } from './kuard';

/** What the stack can be told. */
export interface CertificatesIssuerStackProps extends StackProps {
  /** Where Let's Encrypt writes to. */
  readonly email: string;
  /** Host of kuard where this is the main form. */
  readonly kuardHost: string;
}

/** The same with issuers that serve one Namespace. */
export class CertificatesIssuerStack extends Stack {
  public readonly title = 'TLS from issuers of one Namespace';
  public readonly needs = [certManager, ingressNginx];

  public constructor(scope: Construct, id: string, props: CertificatesIssuerStackProps) {
    super(scope, id, props);
    const { email } = props;
    new Issuer(this, 'letsencrypt-staging', { authority: Authority.letsEncryptStaging({ email }) });
    new Issuer(this, 'letsencrypt-production', { authority: Authority.letsEncryptProduction({ email }) });

    const selfSigned = new Issuer(this, 'self-signed', { authority: Authority.selfSigned() });
    const authority = new Certificate(this, 'kind-ca-certificate', {
      name: 'kind-ca',
      issuer: selfSigned,
      isCa: true,
      commonName: 'kind-ca',
    });
    const issuer = new Issuer(this, 'kind-ca', { authority: Authority.ca(authority) });

    publishKuard(this, { host: this.host(props.kuardHost), tls: Tls.fromIssuer(issuer, TLS_SECRET) });
  }
}
