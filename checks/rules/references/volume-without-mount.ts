import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { claimTemplatesOf, isWhole, mountsOf, volumesOf } from '../../views/pod-volumes';

const pod = (mounts: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:${mounts}
        - name: cache
          mountPath: /var/cache/nginx
  volumes:
    - name: cache
      emptyDir: {}
    - name: pages
      emptyDir: {}
`;

/** A volume that no container takes. */
export const volumeWithoutMount: Rule = {
  id: 'volume-without-mount',
  subject: 'references',
  level: 'warning',
  reason: 'What is in a volume is seen by the containers that mount it, and nobody mounts this one.',
  remedy: 'Mount it, or take it away',
  bad: pod(''),
  good: pod(`
        - name: pages
          mountPath: /usr/share/nginx/html`),
  *check(set) {
    for (const template of set.pods) if (isWhole(template)) yield* problemsOf(template);
  },
};

function* problemsOf(template: PodTemplate): Iterable<Problem> {
  const volumes = volumesOf(template);
  const mounted = new Set(mountsOf(template).map(({ name }) => name));
  // A mount that names no volume is probably meant for this one, and has a finding of its own.
  if ([...mounted].some((name) => !volumes.has(name))) return;
  const claims = new Set(claimTemplatesOf(template).map(({ path }) => path.join()));
  // What adds a container to a pod is told by annotations which volumes it may have.
  const annotations = Object.values(template.template.get('metadata', 'annotations').texts()).join('\n');
  for (const [name, field] of volumes) {
    if (mounted.has(name) || annotations.includes(name)) continue;
    const isClaim = claims.has(field.path.join());
    yield {
      at: isClaim ? field.get('metadata', 'name') : field.get('name'),
      message: `no container of ${template.owner} mounts ${isClaim ? 'the claim' : 'volume'} '${name}'`,
    };
  }
}
