import type { Field } from '../../model/field';
import { nearest } from '../../model/nearest';
import type { ObjectSet } from '../../model/object-set';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { inWords, keysOf } from '../../views/config-sources';
import { mountsOf, volumesOf } from '../../views/pod-volumes';

const pod = (file: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      volumeMounts:
        - name: settings
          mountPath: /etc/nginx/nginx.conf
          subPath: ${file}
  volumes:
    - name: settings
      configMap:
        name: settings
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  nginx.conf: events {}
`;

/** A mount of one file that its ConfigMap or Secret does not have. */
export const subPathMissing: Rule = {
  id: 'sub-path-missing',
  subject: 'references',
  level: 'error',
  reason: 'Where a ConfigMap or Secret has no such key, an empty folder is mounted in place of the file.',
  remedy: 'Write a key of what is mounted',
  bad: pod('ngnix.conf'),
  good: pod('nginx.conf'),
  *check(set) {
    for (const template of set.pods) yield* problemsOf(template, set);
  },
};

function* problemsOf(template: PodTemplate, set: ObjectSet): Iterable<Problem> {
  const volumes = volumesOf(template);
  for (const { field, name, who } of mountsOf(template)) {
    const at = field.get('subPath');
    const path = at.text?.replace(/^\.\/|\/+$/g, '') ?? '';
    const volume = volumes.get(name);
    if (path === '' || path === '.' || volume === undefined) continue;
    const files = filesOf(volume, template.namespace, set);
    if (files === undefined || files.some((file) => file === path || file.startsWith(`${path}/`))) continue;
    const meant = nearest(path, files);
    yield {
      at,
      message: `${who} mounts '${path}' of volume '${name}', which has ${inWords(files)}`,
      ...(meant !== undefined && { fix: `Write '${meant}', which is there` }),
    };
  }
}

// The files of a volume that is made from objects; undefined for any other, and where nobody can know them.
function filesOf(volume: Field, namespace: string | undefined, set: ObjectSet): string[] | undefined {
  const sources = volume.get('projected', 'sources').items();
  if (sources.length === 0) return filesOfSource(volume, namespace, set);
  const files = sources.map((source) => filesOfSource(source, namespace, set));
  return files.some((some) => some === undefined) ? undefined : files.flatMap((some) => some ?? []);
}

function filesOfSource(source: Field, namespace: string | undefined, set: ObjectSet): string[] | undefined {
  for (const kind of ['ConfigMap', 'Secret'] as const) {
    const field = source.get(kind === 'Secret' ? 'secret' : 'configMap');
    if (!field.exists) continue;
    const items = pathsOf(field);
    if (items.length > 0) return items;
    const name = (field.get('name').text || field.get('secretName').text) ?? '';
    const keys = field.get('optional').value === true ? undefined : keysOf({ kind, namespace, name }, set);
    return keys && [...keys];
  }
  const paths = pathsOf(source.get('downwardAPI'));
  const { text } = source.get('serviceAccountToken', 'path');
  if (text !== undefined) paths.push(text);
  return paths.length > 0 ? paths : undefined;
}

function pathsOf(field: Field): string[] {
  return field
    .get('items')
    .items()
    .flatMap((item) => item.get('path').text ?? []);
}
