import { isGroupOfKubernetes } from '../../facts/api-versions';
import type { Field } from '../../model/field';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { imageOf } from '../../views/image';

const example = (image: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ${image}
`;

/** An image that no registry could have. */
export const imageInvalid: Rule = {
  id: 'image-invalid',
  subject: 'images',
  level: 'error',
  reason: 'The kubelet cannot read the name of the image, so the container never starts.',
  remedy: 'Write the image as registry/path:tag, in small letters',
  bad: example('"nginx:"'),
  good: example('nginx:1.29'),
  *check(set) {
    for (const pod of set.pods)
      for (const container of pod.allContainers) {
        const problem = problemOf(container, isWhole(pod));
        if (problem !== undefined) yield problem;
      }
  },
};

// What an operator makes of its own resource gets an image from there, and a patch changes what has one.
function isWhole({ owner, spec }: PodTemplate): boolean {
  if (!isGroupOfKubernetes(owner.group)) return false;
  if (owner.kind === 'Pod') return true;
  return owner.field('spec', 'selector').exists || spec.get('restartPolicy').exists;
}

// A tool puts the image in before the manifest is applied.
const PUT_IN_LATER = /^ko:\/\/|\$\{|\$\(|\{\{/;

function problemOf(container: Field, mustHaveOne: boolean): Problem | undefined {
  const at = container.get('image');
  const who = `container '${container.get('name').text}'`;
  if (!at.exists || at.value === '') return mustHaveOne ? { at, message: `${who} has no image` } : undefined;
  const { text } = at;
  if (text === undefined || PUT_IN_LATER.test(text)) return undefined;
  const why = imageOf(text) === undefined ? reasonFor(text) : undefined;
  return why === undefined ? undefined : { at, message: `${who} has image '${text}', ${why}` };
}

function reasonFor(text: string): string {
  if (text.trim() !== text && imageOf(text.trim()) !== undefined) return 'with a space around it';
  if (text.endsWith(':')) return 'which ends where the tag should be';
  if (/^https?:\/\//.test(text)) return 'which is an address; images have no scheme';
  if (/\s/.test(text)) return 'which has a space in it';
  if (imageOf(text.toLowerCase()) !== undefined) return 'which has capital letters';
  if (text.includes('@')) return 'whose digest cannot be read';
  return 'which cannot be read';
}
