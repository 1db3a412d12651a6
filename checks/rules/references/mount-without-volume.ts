import { grouped } from '../../model/grouped';
import { nearest } from '../../model/nearest';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { inWords } from '../../views/config-sources';
import { isWhole, mountsOf, volumesOf } from '../../views/pod-volumes';

const pod = (volume: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: ${volume}
          mountPath: /usr/share/nginx/html
  volumes:
    - name: pages
      emptyDir: {}
`;

/** A mount of a volume that the pod does not have. */
export const mountWithoutVolume: Rule = {
  id: 'mount-without-volume',
  subject: 'references',
  level: 'error',
  reason: 'A container can take only what is in the volumes of its pod; such a pod is refused.',
  remedy: 'Add the volume to the pod, or name one that it has',
  bad: pod('page'),
  good: pod('pages'),
  *check(set) {
    for (const template of set.pods) if (isWhole(template)) yield* problemsOf(template);
  },
};

function* problemsOf(template: PodTemplate): Iterable<Problem> {
  const volumes = volumesOf(template);
  const absent = mountsOf(template).filter(({ name }) => !volumes.has(name));
  for (const [name, [{ at, who }, ...others]] of grouped(absent, (mount) => mount.name)) {
    const meant = nearest(name, volumes.keys());
    yield {
      at,
      message: `${who} mounts volume '${name}', and the pod has ${volumes.size === 0 ? 'none' : inWords(volumes.keys())}`,
      ...(meant !== undefined && { fix: `Write '${meant}', which is there` }),
      related: others.map((other) => other.at),
    };
  }
}
