import type { Construct } from 'constructs';
import { Certificate, type Need, Stack, type StackProps, Tls } from '../../constructs';
import { type CertificatesStack, TLS_SECRET } from './certificates-stack';
import { publishKuard } from './kuard';

/** What the stack can be told. */
export interface CertificatesCertificateStackProps extends StackProps {
  /** The stack with the issuer. */
  readonly alternativeTo: CertificatesStack;
  /** Host of kuard where this is the main form. */
  readonly kuardHost: string;
}

/** The same with a Certificate that is written down instead of an annotation on the Ingress. */
export class CertificatesCertificateStack extends Stack {
  public readonly title = 'TLS with a Certificate of its own instead of an annotation';
  public readonly needs: readonly Need[];

  public constructor(scope: Construct, id: string, props: CertificatesCertificateStackProps) {
    super(scope, id, props);
    const { alternativeTo: main } = props;
    this.needs = [...main.needs, main];
    const host = this.host(props.kuardHost);
    const certificate = new Certificate(this, TLS_SECRET, { issuer: main.issuer, dnsNames: [host] });
    publishKuard(this, { host, tls: Tls.fromCertificate(certificate) });
  }
}
