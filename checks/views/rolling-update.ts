import type { KubernetesObject } from '../model/kubernetes-object';
import { podCount } from './pod-count';

/** Whether an object is a Deployment, of today's API or an older one. */
export function isDeployment({ kind, group }: KubernetesObject): boolean {
  return kind === 'Deployment' && (group === 'apps' || group === 'extensions');
}

/** Pods that an update of a Deployment adds and takes away, as Kubernetes rounds them. */
export interface RollingUpdate {
  readonly surge: number;
  readonly unavailable: number;
}

/** How a Deployment is updated; undefined where all pods stop before the new ones start. */
export function rollingUpdateOf(deployment: KubernetesObject, replicas: number): RollingUpdate | undefined {
  const strategy = deployment.field('spec', 'strategy');
  if (strategy.get('type').text === 'Recreate') return undefined;
  const count = (name: string, rounded: 'up' | 'down') => {
    const field = strategy.get('rollingUpdate', name);
    const share = Math[rounded === 'up' ? 'ceil' : 'floor'](replicas / 4);
    return field.exists ? (podCount(field, replicas, rounded) ?? share) : share;
  };
  const surge = count('maxSurge', 'up');
  const unavailable = count('maxUnavailable', 'down');
  // Where both come out as none, one pod goes first.
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}
