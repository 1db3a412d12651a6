import type { Field } from '../../model/field';
import type { PodTemplate } from '../../model/pod-template';
import type { Rule } from '../../rule';

/** A workload whose selector, which nobody can change, names a version. */
export const selectorWithVersion: Rule = {
  id: 'selector-with-version',
  subject: 'rollout',
  level: 'warning',
  reason: 'The selector of a workload cannot be changed: with the next version the API server refuses the update.',
  remedy: 'Leave the version out of the selector; the labels of the pods may keep it',
  bad: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
      version: 1.29.0
  template:
    metadata:
      labels:
        app: web
        version: 1.29.0
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
`,
  good: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        version: 1.29.0
    spec:
      containers:
        - name: web
          image: nginx:1.29.0
`,
  *check(set) {
    for (const pod of set.pods) {
      const { owner } = pod;
      if (owner.group !== 'apps' || !KINDS.has(owner.kind)) continue;
      const labels = owner.field('spec', 'selector', 'matchLabels').entries();
      const [first, ...others] = labels.filter(([key, value]) => isVersion(key, value, pod));
      if (first === undefined) continue;
      const [key, at] = first;
      yield {
        at,
        message: `${owner} selects ${key}=${at.text}, which the next version changes; a selector stays as it is`,
        ...(others.length > 0 && { related: others.map(([, field]) => field) }),
      };
    }
  },
};

const KINDS = new Set(['DaemonSet', 'Deployment', 'StatefulSet']);
const OF_A_RELEASE = new Set(['app.kubernetes.io/version', 'helm.sh/chart', 'chart']);

// One workload for each version, as meshes have it, says so in its name.
function isVersion(key: string, { text }: Field, pod: PodTemplate): boolean {
  if (text === undefined || text === '' || pod.owner.name.includes(text.replaceAll('.', '-'))) return false;
  if (pod.owner.name.includes(text)) return false;
  if (OF_A_RELEASE.has(key)) return true;
  return key === 'version' && (/^v?\d+\.\d/.test(text) || tagsOf(pod).has(text));
}

function tagsOf({ allContainers }: PodTemplate): Set<string> {
  return new Set(
    allContainers.map((container) => /:([^/:@]+)(@|$)/.exec(container.get('image').text ?? '')?.[1] ?? ''),
  );
}
