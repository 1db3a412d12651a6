import { ApiObject, type Chart, DependencyGraph } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { acknowledgementsOf } from './acknowledge';
import { applyRank } from './apply-order';
import type { Json } from './yaml';

/** One object as the API server will read it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: Json | undefined;
}

/** A manifest together with the construct that it comes from. */
export interface SynthesizedObject {
  readonly path: string;
  readonly manifest: Manifest;
}

// A chart gives its namespace to every object; these kinds have none.
const CLUSTER_SCOPED = new Set([
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'StorageClass',
  'VolumeSnapshotClass',
]);

/**
 * The objects of one chart, in the order in which they have to be applied: by kind first, then by
 * declared dependency, then as written.
 */
export function objectsOf(chart: Chart): SynthesizedObject[] {
  return inOrder(chart)
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && construct.chart === chart)
    .map((object) => ({ path: object.node.path, manifest: manifestOf(object) }))
    .sort((a, b) => applyRank(a.manifest.kind) - applyRank(b.manifest.kind));
}

// The graph costs more than everything else here, and hardly any chart declares a dependency.
function inOrder(chart: Chart): IConstruct[] {
  const constructs = chart.node.findAll();
  const depends = constructs.some(({ node }) => node.dependencies.length > 0);
  return depends ? new DependencyGraph(chart.node).topology() : constructs;
}

function manifestOf(object: ApiObject): Manifest {
  const manifest = object.toJson() as Manifest;
  const { namespace, annotations, ...metadata } = manifest.metadata;
  const acknowledged = annotationsOf(object);
  return {
    ...manifest,
    metadata: {
      ...metadata,
      ...(namespace !== undefined && !CLUSTER_SCOPED.has(manifest.kind) && { namespace }),
      ...((annotations ?? acknowledged) && { annotations: { ...annotations, ...acknowledged } }),
    },
  };
}

function annotationsOf(object: ApiObject): Record<string, string> | undefined {
  const owner = object.node.id === 'Resource' ? object.node.scope : undefined;
  const acknowledgements = [...(owner ? acknowledgementsOf(owner) : []), ...acknowledgementsOf(object)];
  if (acknowledgements.length === 0) return undefined;
  const annotations: Record<string, string> = {};
  for (const { rule, reason } of acknowledgements) {
    const key = `kind-stacks/acknowledge.${rule}`;
    annotations[key] = annotations[key] === undefined ? reason : `${annotations[key]}; ${reason}`;
  }
  return annotations;
}
