import { isWithin, plainPath, writesOf } from '../../facts/image-writes';
import type { Field } from '../../model/field';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { imageOf } from '../../views/image';

const example = (mounts: string, volumes: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      securityContext:
        readOnlyRootFilesystem: true${mounts}${volumes}
`;

/** An image that writes, where nothing can be written. */
export const imageNeedsWrites: Rule = {
  id: 'image-needs-writes',
  subject: 'security',
  level: 'warning',
  reason: 'With a read-only root file system the program ends as soon as it makes its first file.',
  remedy: 'Mount an emptyDir where the image writes',
  bad: example('', ''),
  good: example(
    `
      volumeMounts:
        - {name: cache, mountPath: /var/cache/nginx}
        - {name: run, mountPath: /var/run}`,
    `
  volumes:
    - {name: cache, emptyDir: {}}
    - {name: run, emptyDir: {}}`,
  ),
  *check(set) {
    for (const pod of set.pods)
      for (const container of pod.containers) {
        const problem = problemOf(container, pod);
        if (problem !== undefined) yield problem;
      }
  },
};

function problemOf(container: Field, pod: PodTemplate): Problem | undefined {
  const at = container.get('securityContext', 'readOnlyRootFilesystem');
  // With a command of its own it may be another program.
  if (at.value !== true || container.get('command').items().length > 0) return undefined;
  const { text } = container.get('image');
  const image = imageOf(text ?? '');
  const writes = image && writesOf(image);
  if (writes === undefined) return undefined;
  const mounted = container
    .get('volumeMounts')
    .items()
    .map((mount) => plainPath(mount.get('mountPath').text ?? ''));
  if (writes.settings?.some((path) => mounted.includes(path))) return undefined;
  const folders = writes.folders.filter((folder) => !mounted.some((path) => isWithin(folder, path)));
  if (folders.length === 0) return undefined;
  const name = container.get('name').text;
  return {
    at,
    message: `container '${name}' of ${pod.owner} cannot write, and image '${text}' writes to ${folders.join(' and ')}`,
    fix: `Mount an emptyDir at ${folders.join(' and at ')}`,
  };
}
