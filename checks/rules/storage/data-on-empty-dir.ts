import { dataDirectoriesOf } from '../../facts/data-directories';
import type { Field } from '../../model/field';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';
import { claimTemplatesOf, volumesOf } from '../../views/pod-volumes';

const example = (source: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: db
spec:
  containers:
    - name: db
      image: postgres:17
      volumeMounts:
        - name: data
          mountPath: /var/lib/postgresql/data
  volumes:
    - name: data
      ${source}
`;

/** A database whose data goes with its pod. */
export const dataOnEmptyDir: Rule = {
  id: 'data-on-empty-dir',
  subject: 'storage',
  level: 'warning',
  reason: 'An emptyDir is thrown away with its pod: each update of the database begins with nothing.',
  remedy: 'Keep the data on a claim',
  bad: example('emptyDir: {}'),
  good: example('persistentVolumeClaim: {claimName: data}'),
  *check(set) {
    for (const pod of set.pods) {
      // What a Job needs goes with it.
      if (pod.owner.kind === 'Job' || pod.owner.kind === 'CronJob') continue;
      // A claim of a StatefulSet replaces a volume of its name.
      const claims = claimTemplatesOf(pod).map((claim) => [claim.get('metadata', 'name').text ?? '', claim] as const);
      const volumes = new Map([...volumesOf(pod), ...claims]);
      for (const container of pod.containers) {
        const problem = problemOf(container, pod, volumes);
        if (problem !== undefined) yield problem;
      }
    }
  },
};

function problemOf(container: Field, { owner }: PodTemplate, volumes: ReadonlyMap<string, Field>): Problem | undefined {
  const found = dataOf(container);
  const volume = found && volumes.get(found.mount.get('name').text ?? '');
  if (found === undefined || volume === undefined || !isLost(volume)) return undefined;
  const source = volume.get('emptyDir');
  const how = source.exists ? 'an emptyDir' : 'which has no source and so is an emptyDir';
  return {
    at: source.exists ? source : volume,
    message: `${owner} keeps the data of '${container.get('image').text}' (${found.directory}) on the volume '${volume.get('name').text}', ${how}`,
    related: [found.mount],
  };
}

interface Data {
  readonly directory: string;
  readonly mount: Field;
}

// The mount nearest to the data has it.
function dataOf(container: Field): Data | undefined {
  const own = container
    .get('env')
    .items()
    .find((variable) => variable.get('name').text === 'PGDATA')
    ?.get('value').text;
  const known = dataDirectoriesOf(container.get('image').text ?? '');
  const [directory, ...others] = own === undefined || known.length === 0 ? known : [own];
  if (directory === undefined) return undefined;
  const mounts = container.get('volumeMounts').items();
  const covering = (path: string) =>
    mounts
      .filter((mount) => `${path}/`.startsWith(`${pathOf(mount)}/`))
      .reduce<Field | undefined>(
        (longest, mount) => (longest !== undefined && pathOf(longest).length >= pathOf(mount).length ? longest : mount),
        undefined,
      );
  for (const path of [directory, ...others]) {
    const mount = covering(path);
    if (mount !== undefined) return { directory: path, mount };
  }
  return undefined;
}

function pathOf(mount: Field): string {
  return (mount.get('mountPath').text ?? '-').replace(/\/+$/, '');
}

// A volume with only a name, or with nothing behind the name of its source, is an emptyDir too.
function isLost(volume: Field): boolean {
  return volume.entries().every(([key, field]) => key === 'name' || key === 'emptyDir' || !field.exists);
}
