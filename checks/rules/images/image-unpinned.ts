import type { Field } from '../../model/field';
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

/** An image without a version. */
export const imageUnpinned: Rule = {
  id: 'image-unpinned',
  subject: 'images',
  level: 'warning',
  reason: 'What latest means changes: two nodes, or one node after a restart, run different programs.',
  remedy: 'Write the tag of a release, or a digest',
  bad: example('nginx'),
  good: example('nginx:1.29'),
  *check(set) {
    for (const pod of set.pods)
      for (const container of pod.allContainers) {
        const problem = problemOf(container);
        if (problem !== undefined) yield problem;
      }
  },
};

function problemOf(container: Field): Problem | undefined {
  const at = container.get('image');
  // An injector puts its own image in the place of this word.
  const image = at.text === undefined || at.text === 'auto' ? undefined : imageOf(at.text);
  if (image === undefined || image.digest !== undefined) return undefined;
  const said = `container '${container.get('name').text}' has image '${at.text}'`;
  if (image.tag === undefined) return { at, message: `${said} without a tag, which means the latest` };
  return image.tag === 'latest' ? { at, message: said } : undefined;
}
