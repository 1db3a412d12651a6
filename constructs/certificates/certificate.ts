import { Construct } from 'constructs';
import type { CertificateSpec } from '../../imports/cert-manager.io';
import { KubernetesObject, type Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { metadataOf, namespaceOf, type ObjectProps } from '../naming/metadata';
import { checkHost, checkName } from '../naming/object-name';
import { checkSameNamespace } from '../naming/same-namespace';
import type { IssuerReference } from './issuer';

/** What a Certificate can be told. */
export interface CertificateProps extends ObjectProps {
  /** Who signs it; an Issuer of another Namespace is refused. */
  readonly issuer: IssuerReference;

  /**
   * Hosts it is valid for; `*.example.org` stands for all names directly below.
   *
   * @default - none; then a common name is required
   */
  readonly dnsNames?: readonly string[];

  /**
   * Name of its owner, at most 64 characters; browsers look at `dnsNames` alone.
   *
   * @default - none; then DNS names are required
   */
  readonly commonName?: string;

  /**
   * Whether it may sign others.
   *
   * @default false
   */
  readonly isCa?: boolean;

  /**
   * Name of the Secret into which cert-manager writes certificate and key. Kubernetes keeps the
   * Secret when the Certificate is deleted.
   *
   * @default - the name of the Certificate
   */
  readonly secretName?: string;
}

/**
 * A certificate that cert-manager keeps valid, in a Secret.
 *
 * @see https://cert-manager.io/docs/usage/certificate/
 */
export class Certificate extends Construct {
  /** Name of the Certificate. */
  public readonly name: string;
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;
  /** Name of the Secret with certificate and key. */
  public readonly secretName: string;
  /** Hosts it is valid for. */
  public readonly dnsNames: readonly string[];
  /** Whether it may sign others. */
  public readonly isCa: boolean;

  public constructor(scope: Construct, id: string, props: CertificateProps) {
    super(scope, id);
    const { issuer, commonName, dnsNames = [], isCa = false } = props;
    const metadata = metadataOf(this, 'Certificate', props);
    this.name = metadata.name;
    this.namespace = namespaceOf(this, props);
    this.secretName = props.secretName ?? this.name;
    this.dnsNames = dnsNames;
    this.isCa = isCa;
    checkName(this, 'Secret', this.secretName);
    this.checkNames(commonName);
    if (issuer.kind === 'Issuer') checkSameNamespace(this, `Issuer '${issuer.name}'`, issuer);
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata,
      spec: {
        secretName: this.secretName,
        ...(isCa && { isCA: isCa }),
        ...(commonName && { commonName }),
        ...(dnsNames.length > 0 && { dnsNames: [...dnsNames] }),
        issuerRef: { name: issuer.name, ...(issuer.kind !== 'Issuer' && { kind: issuer.kind }) },
      } satisfies Omit<Plain<CertificateSpec>, 'isCa'> & { readonly isCA?: boolean },
    });
  }

  private checkNames(commonName: string | undefined): void {
    if (this.dnsNames.length === 0 && (commonName ?? '') === '') {
      refuse(
        this,
        `Certificate '${this.name}' is valid for no name`,
        'Give it dnsNames, or a commonName when it is an authority',
      );
    }
    if (commonName !== undefined && commonName.length > 64) {
      refuse(
        this,
        `the common name of Certificate '${this.name}' has ${commonName.length} characters; 64 are allowed`,
        'Shorten it, and put hosts into dnsNames',
      );
    }
    for (const name of this.dnsNames) checkHost(this, name, { wildcard: true });
  }
}
