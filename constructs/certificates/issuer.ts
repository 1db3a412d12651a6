import { Construct } from 'constructs';
import { KubernetesObject } from '../app/kubernetes-object';
import { metadataOf, namespaceOf, type ObjectProps } from '../naming/metadata';
import type { Authority } from './authority';

/** Who signs certificates; a Certificate and an Ingress refer to it. */
export interface IssuerReference {
  /** Name of the issuer. */
  readonly name: string;
  /** Whether it serves one Namespace or all. */
  readonly kind: 'Issuer' | 'ClusterIssuer';
  /** The Namespace that an Issuer serves; none is that of `kubectl`. */
  readonly namespace: string | undefined;
}

/** What an issuer can be told. */
export interface IssuerProps extends ObjectProps {
  /** How certificates are signed. */
  readonly authority: Authority;
}

/**
 * Signs certificates for the Namespace in which it is.
 *
 * @see https://cert-manager.io/docs/concepts/issuer/
 */
export class Issuer extends Construct implements IssuerReference {
  public readonly kind = 'Issuer';
  /** Name of the Issuer. */
  public readonly name: string;
  /** The Namespace it serves; none is that of `kubectl`. */
  public readonly namespace: string | undefined;

  public constructor(scope: Construct, id: string, props: IssuerProps) {
    super(scope, id);
    const metadata = metadataOf(this, this.kind, props);
    this.name = metadata.name;
    this.namespace = namespaceOf(this, props);
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'cert-manager.io/v1',
      kind: this.kind,
      metadata,
      spec: props.authority.render(this, this),
    });
  }
}

/** What a ClusterIssuer can be told. */
export type ClusterIssuerProps = Omit<IssuerProps, 'namespace'>;

/**
 * Signs certificates for all Namespaces. Secrets that it names are looked up in the Namespace
 * `cert-manager`.
 */
export class ClusterIssuer extends Construct implements IssuerReference {
  public readonly kind = 'ClusterIssuer';
  /** Name of the ClusterIssuer. */
  public readonly name: string;
  public readonly namespace = undefined;

  public constructor(scope: Construct, id: string, props: ClusterIssuerProps) {
    super(scope, id);
    const metadata = metadataOf(this, this.kind, props);
    this.name = metadata.name;
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'cert-manager.io/v1',
      kind: this.kind,
      metadata,
      spec: props.authority.render(this, this),
    });
  }
}
