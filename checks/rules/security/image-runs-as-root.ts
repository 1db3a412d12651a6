import { userOf } from '../../facts/image-users';
import type { Field } from '../../model/field';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { imageOf } from '../../views/image';

const example = (user: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: cache
spec:
  securityContext:
    runAsNonRoot: true${user}
  containers:
    - name: cache
      image: redis:8.2
`;

/** A container that must not be root, with an image that is, or that does not say it in numbers. */
export const imageRunsAsRoot: Rule = {
  id: 'image-runs-as-root',
  subject: 'security',
  level: 'error',
  reason: 'With runAsNonRoot the kubelet starts only what has a user with a number, and not the number 0.',
  remedy: 'Write runAsUser with the number of a user that the image has, or take an image that runs as one',
  bad: example(''),
  good: example('\n    runAsUser: 999'),
  *check(set) {
    for (const pod of set.pods)
      for (const container of pod.allContainers) {
        const problem = problemOf(container, pod);
        if (problem !== undefined) yield problem;
      }
  },
};

// The field of the container counts, and that of the pod where the container says nothing.
function effective(key: string, container: Field, pod: PodTemplate): Field {
  const own = container.get('securityContext', key);
  return own.exists ? own : pod.spec.get('securityContext', key);
}

function problemOf(container: Field, pod: PodTemplate): Problem | undefined {
  const nonRoot = effective('runAsNonRoot', container, pod);
  if (nonRoot.value !== true || pod.spec.get('os', 'name').text === 'windows') return undefined;
  const who = `container '${container.get('name').text}'`;
  const user = effective('runAsUser', container, pod);
  if (user.number === 0) return { at: user, message: `${who} has runAsUser 0 and runAsNonRoot`, related: [nonRoot] };
  if (user.exists) return undefined;
  const at = container.get('image');
  const image = imageOf(at.text ?? '');
  const runsAs = image && userOf(image);
  if (runsAs === undefined) return undefined;
  const as =
    'root' in runsAs ? 'runs as root' : `runs as '${runsAs.name}', which the kubelet does not know by its number`;
  return { at, message: `${who} has runAsNonRoot, and image '${at.text}' ${as}`, related: [nonRoot] };
}
