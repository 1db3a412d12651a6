import type { Rule } from '../../rule';
import { Autoscalers } from '../../views/autoscalers';

const example = (replicas: string) => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 10
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:${replicas}
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
`;

/** A number of pods that both a manifest and an autoscaler say. */
export const autoscalerFightsReplicas: Rule = {
  id: 'autoscaler-fights-replicas',
  subject: 'rollout',
  level: 'warning',
  reason: 'Each time the manifest is applied its number of pods replaces the one that the autoscaler found.',
  remedy: 'Leave out spec.replicas; the autoscaler says how many there are',
  bad: example('\n  replicas: 2'),
  good: example(''),
  *check(set) {
    const autoscalers = new Autoscalers(set);
    for (const { owner } of set.pods) {
      const replicas = owner.field('spec', 'replicas');
      const autoscaler = autoscalers.of(owner);
      if (autoscaler === undefined || replicas.number === undefined) continue;
      const { object, target, least, most } = autoscaler;
      // Between two equal numbers there is nothing to find.
      if (least === replicas.number && most === replicas.number) continue;
      yield {
        at: replicas,
        message:
          replicas.number === 0
            ? `${owner} has 0 replicas, with which ${object} does nothing`
            : `${owner} has ${replicas.number} replicas, and ${object} scales it`,
        related: [target],
      };
    }
  },
};
