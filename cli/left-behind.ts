import type { Manifest } from '../constructs';
import { certManager } from '../platform/add-ons';

/** An object that Kubernetes keeps on purpose when the file is deleted that led to it. */
export interface LeftBehind {
  readonly kind: 'PersistentVolumeClaim' | 'Secret';
  readonly namespace: string;
  readonly name: string;
}

/**
 * What stays after `kubectl delete -f` of these manifests: claims made from the templates of a StatefulSet,
 * so that no data is lost, and Secrets that cert-manager wrote. What is in a Namespace of the same file goes with it.
 */
export function leftBehind(manifests: readonly Manifest[]): LeftBehind[] {
  const own = new Set(manifests.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name));
  return manifests
    .flatMap((manifest) => RULES[manifest.kind]?.(manifest) ?? [])
    .filter(({ namespace }) => !own.has(namespace));
}

const namespaceOf = ({ metadata }: Manifest) => metadata.namespace ?? 'default';

const RULES: Readonly<Record<string, (manifest: Manifest) => LeftBehind[]>> = {
  StatefulSet: (manifest) => {
    const { replicas = 1, volumeClaimTemplates = [] } = manifest.spec as {
      replicas?: number;
      volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
    };
    return volumeClaimTemplates.flatMap((template) =>
      Array.from({ length: replicas }, (_, ordinal) => ({
        kind: 'PersistentVolumeClaim',
        namespace: namespaceOf(manifest),
        name: `${template.metadata.name}-${manifest.metadata.name}-${ordinal}`,
      })),
    );
  },
  Certificate: (manifest) => [secret(namespaceOf(manifest), (manifest.spec as { secretName: string }).secretName)],
  Ingress: (manifest) => {
    const annotations = Object.keys(manifest.metadata.annotations ?? {});
    if (!annotations.some((name) => /^cert-manager\.io\/(cluster-)?issuer$/.test(name))) return [];
    const { tls = [] } = manifest.spec as { tls?: readonly { readonly secretName: string }[] };
    return tls.map(({ secretName }) => secret(namespaceOf(manifest), secretName));
  },
  Issuer: (manifest) => accountOf(manifest, namespaceOf(manifest)),
  ClusterIssuer: (manifest) => accountOf(manifest, certManager.namespace.name),
};

// The key of an account with an ACME server.
function accountOf({ spec }: Manifest, namespace: string): LeftBehind[] {
  const { acme } = spec as { acme?: { readonly privateKeySecretRef: { readonly name: string } } };
  return acme === undefined ? [] : [secret(namespace, acme.privateKeySecretRef.name)];
}

function secret(namespace: string, name: string): LeftBehind {
  return { kind: 'Secret', namespace, name };
}
