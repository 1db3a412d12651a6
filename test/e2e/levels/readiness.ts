import type { Ability } from '../cluster';
import { type Condition, type Live, nameOf, type Service } from '../live';

interface Rule {
  /** What the cluster must have for this kind to become ready. */
  readonly needs: Ability | undefined;
  /** Why it is not ready. */
  readonly why: (object: Live) => string | undefined;
}

const conditionOf = (object: Live, type: string): Condition | undefined =>
  (object.status as { conditions?: readonly Condition[] } | undefined)?.conditions?.find(
    (condition) => condition.type === type,
  );

const condition = (type: string) => (object: Live) => {
  const found = conditionOf(object, type);
  if (found?.status === 'True') return undefined;
  return [`not ${type}`, found?.reason, found?.message].filter(Boolean).join(': ');
};

interface WorkloadStatus {
  readonly observedGeneration?: number;
  readonly replicas?: number;
  readonly updatedReplicas?: number;
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
  readonly desiredNumberScheduled?: number;
  readonly updatedNumberScheduled?: number;
  readonly numberAvailable?: number;
}

function replicas(object: Live): string | undefined {
  const wanted = (object.spec as { replicas?: number }).replicas ?? 1;
  const status = (object.status ?? {}) as WorkloadStatus;
  const { observedGeneration, replicas: all = 0, readyReplicas: ready = 0 } = status;
  // A ReplicaSet replaces no pods, so it counts no updated ones.
  const updated = object.kind === 'ReplicaSet' ? ready : (status.updatedReplicas ?? 0);
  const seen = observedGeneration === object.metadata.generation;
  if (seen && all === wanted && ready === wanted && updated === wanted) return undefined;
  return `${ready} of ${wanted} pods are ready, ${updated} of them new, ${all} there`;
}

function onEveryNode(object: Live): string | undefined {
  const {
    desiredNumberScheduled = 0,
    updatedNumberScheduled = 0,
    numberAvailable = 0,
  } = (object.status ?? {}) as WorkloadStatus;
  const seen = ((object.status ?? {}) as WorkloadStatus).observedGeneration === object.metadata.generation;
  const done = seen && desiredNumberScheduled > 0 && updatedNumberScheduled === desiredNumberScheduled;
  if (done && numberAvailable === desiredNumberScheduled) return undefined;
  return `${numberAvailable} of ${desiredNumberScheduled} pods are available`;
}

function bound(object: Live): string | undefined {
  const { phase } = (object.status ?? {}) as { phase?: string };
  return phase === 'Bound' ? undefined : `${phase ?? 'not yet seen'}, not Bound`;
}

function hasAddress(object: Live): string | undefined {
  const { spec, status } = object as Service;
  const waits = spec.type === 'LoadBalancer' && status.loadBalancer?.ingress?.[0]?.ip === undefined;
  return waits ? 'has no address of a load balancer' : undefined;
}

const RULES: Readonly<Record<string, Rule>> = {
  Certificate: { needs: 'certificates', why: condition('Ready') },
  ClusterIssuer: { needs: 'certificates', why: condition('Ready') },
  DaemonSet: { needs: undefined, why: onEveryNode },
  Deployment: { needs: undefined, why: replicas },
  Gateway: { needs: 'gateways', why: condition('Programmed') },
  Issuer: { needs: 'certificates', why: condition('Ready') },
  Job: { needs: 'running pods', why: condition('Complete') },
  PersistentVolumeClaim: { needs: 'storage', why: bound },
  Pod: { needs: undefined, why: condition('Ready') },
  ReplicaSet: { needs: undefined, why: replicas },
  StatefulSet: { needs: undefined, why: replicas },
};

/** What the cluster must have for an object to become ready, if anything. */
export function readinessNeeds(object: Pick<Live, 'kind' | 'spec'>): Ability | undefined {
  if (object.kind === 'Service')
    return (object.spec as { type?: string }).type === 'LoadBalancer' ? 'load balancers' : undefined;
  return RULES[object.kind]?.needs;
}

/** Why an object has not become what it is to be; undefined when it has, or when there is nothing to become. */
export function whyNotReady(object: Live): string | undefined {
  const why = object.kind === 'Service' ? hasAddress(object) : RULES[object.kind]?.why(object);
  return why === undefined ? undefined : `${nameOf(object)}: ${why}`;
}

/** Whether an object becomes something that can be waited for. */
export function becomesReady(object: Pick<Live, 'kind' | 'spec'>): boolean {
  return RULES[object.kind] !== undefined || readinessNeeds(object) !== undefined;
}
