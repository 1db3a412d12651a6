import type { KubernetesObject } from '../model/kubernetes-object';
import type { ObjectSet } from '../model/object-set';

const GROUP = 'storage.k8s.io';
const DEFAULT = ['storageclass.kubernetes.io/is-default-class', 'storageclass.beta.kubernetes.io/is-default-class'];

/** The class that kind brings, and who makes its volumes. */
const OF_KIND = { name: 'standard', provisioner: 'rancher.io/local-path' } as const;

/** Who never makes a volume, so that every one is made by hand. */
export const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

/** A class of the set. */
export function storageClass(name: string, set: ObjectSet): KubernetesObject | undefined {
  return set.find({ group: GROUP, kind: 'StorageClass', namespace: undefined, name });
}

/** Whether a class is there, in the set or in the cluster. */
export function hasStorageClass(name: string, set: ObjectSet): boolean {
  return (
    storageClass(name, set) !== undefined ||
    set.surroundings.provides({ kind: 'StorageClass', namespace: undefined, name })
  );
}

/** The class of claims that name none, as far as one knows. */
export function defaultClass(set: ObjectSet): string | undefined {
  const own = set
    .of('StorageClass', GROUP)
    .find((object) => DEFAULT.some((key) => object.field('metadata', 'annotations', key).text === 'true'));
  if (own !== undefined) return own.name;
  return hasStorageClass(OF_KIND.name, set) ? OF_KIND.name : undefined;
}

/** Who makes the volumes of a class, as far as one knows. */
export function provisionerOf(name: string, set: ObjectSet): string | undefined {
  const own = storageClass(name, set);
  if (own !== undefined) return own.field('provisioner').text;
  return name === OF_KIND.name && hasStorageClass(name, set) ? OF_KIND.provisioner : undefined;
}

// Who makes volumes of one node, and how those may be mounted; as disks, without a file system, some can do more.
const MODES: Readonly<Record<string, readonly string[]>> = {
  'rancher.io/local-path': ['ReadWriteOnce', 'ReadWriteOncePod'],
  'kubernetes.io/aws-ebs': ['ReadWriteOnce', 'ReadWriteOncePod'],
  'ebs.csi.aws.com': ['ReadWriteOnce', 'ReadWriteOncePod'],
  'kubernetes.io/gce-pd': ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany'],
  'pd.csi.storage.gke.io': ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany'],
  'kubernetes.io/azure-disk': ['ReadWriteOnce', 'ReadWriteOncePod'],
  'disk.csi.azure.com': ['ReadWriteOnce', 'ReadWriteOncePod'],
};

/** How volumes of a class may be mounted, those with a file system; undefined where nobody here knows. */
export function modesOf(className: string, set: ObjectSet): readonly string[] | undefined {
  const provisioner = provisionerOf(className, set);
  // Who configures local-path may have given it a file system that all nodes share.
  if (provisioner === OF_KIND.provisioner && set.anywhere(LOCAL_PATH).length > 0) return undefined;
  return provisioner === undefined ? undefined : MODES[provisioner];
}

const LOCAL_PATH = { group: '', kind: 'ConfigMap', name: 'local-path-config' } as const;
