import type { Field } from '../../model/field';
import type { KubernetesObject } from '../../model/kubernetes-object';
import type { Problem, Rule } from '../../rule';

/** An update of a workload that the API server refuses, because it could never go on. */
export const rolloutCannotProgress: Rule = {
  id: 'rollout-cannot-progress',
  subject: 'rollout',
  level: 'error',
  reason: 'An update has to add pods or take some away, and needs more time than a pod needs to count as available.',
  remedy: 'Write numbers that let the update go on',
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 0
      maxUnavailable: 0
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: nginx:1.29
`,
  *check(set) {
    for (const deployment of set.of('Deployment', 'apps')) {
      const problems = [updateOf(deployment), deadlineOf(deployment)];
      yield* problems.filter((problem) => problem !== undefined);
    }
    for (const daemonSet of set.of('DaemonSet', 'apps')) {
      const problem = updateOfDaemonSet(daemonSet);
      if (problem !== undefined) yield problem;
    }
  },
};

function updateOf(deployment: KubernetesObject): Problem | undefined {
  const strategy = deployment.field('spec', 'strategy');
  const update = strategy.get('rollingUpdate');
  if (strategy.get('type').text === 'Recreate')
    return update.exists
      ? {
          at: update,
          message: `${deployment} has rollingUpdate beside the strategy Recreate, which has no such thing`,
          fix: 'Leave out rollingUpdate',
          related: [strategy.get('type')],
        }
      : undefined;
  const [surge, unavailable] = [update.get('maxSurge'), update.get('maxUnavailable')];
  return isNone(surge) && isNone(unavailable) ? neither(deployment, surge, unavailable) : undefined;
}

// Its pods go first and come after, unless somebody says both numbers.
function updateOfDaemonSet(daemonSet: KubernetesObject): Problem | undefined {
  const update = daemonSet.field('spec', 'updateStrategy', 'rollingUpdate');
  const [surge, unavailable] = [update.get('maxSurge'), update.get('maxUnavailable')];
  const adds = surge.exists && !isNone(surge);
  if (isNone(unavailable)) return adds ? undefined : neither(daemonSet, surge, unavailable);
  if (!adds) return undefined;
  return {
    at: surge,
    message: `${daemonSet} has maxSurge ${surge.value} with maxUnavailable ${unavailable.value ?? '1, which is its default'}; of a DaemonSet one of them must be 0`,
    fix: 'Write maxUnavailable: 0 beside it',
    ...(unavailable.exists && { related: [unavailable] }),
  };
}

function neither(object: KubernetesObject, surge: Field, unavailable: Field): Problem {
  return {
    at: unavailable,
    message: `${object} may neither add a pod nor take one away: maxSurge and maxUnavailable are both 0`,
    ...(surge.exists && { related: [surge] }),
  };
}

function deadlineOf(deployment: KubernetesObject): Problem | undefined {
  const [deadline, ready] = ['progressDeadlineSeconds', 'minReadySeconds'].map((name) =>
    deployment.field('spec', name),
  );
  if (deadline === undefined || ready?.number === undefined) return undefined;
  const seconds = deadline.number ?? 600;
  if (seconds > ready.number) return undefined;
  return {
    at: deadline.exists ? deadline : ready,
    message: `${deployment} gives up after ${seconds} s, and a pod counts as available after ${ready.number} s`,
    fix: `Write more than ${ready.number} into progressDeadlineSeconds`,
    ...(deadline.exists && { related: [ready] }),
  };
}

function isNone({ value }: Field): boolean {
  return value === 0 || value === '0%';
}
