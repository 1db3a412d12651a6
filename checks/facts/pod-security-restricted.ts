import type { Field } from '../model/field';
import {
  type Control,
  contextsOf,
  hasOwnUsers,
  isForWindows,
  nameOf,
  type SecuredPod,
  type Violation,
} from './pod-security';
import { added } from './pod-security-baseline';

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
const BINDING = new Set(['NET_BIND_SERVICE']);

const volumeTypes: Control = ({ spec }) =>
  spec
    .get('volumes')
    .items()
    .map((volume) => [volume, volume.entries().find(([key, { exists }]) => key !== 'name' && exists)] as const)
    // A volume of no type is an emptyDir by the time anybody looks at it.
    .filter(([, type]) => type !== undefined && !VOLUMES.includes(type[0]))
    .map(([volume, type]) => ({
      at: type?.[1] ?? volume,
      message: `volume '${volume.get('name').text}' is of type ${type?.[0]}`,
    }));

const escalation: Control = (pod) =>
  pod.minor < 8 || isForWindows(pod)
    ? []
    : pod.containers
        .map((container) => [container, container.get('securityContext', 'allowPrivilegeEscalation')] as const)
        .filter(([, { value }]) => value !== false)
        .map(([container, at]) => ({
          at,
          message: `${nameOf(container)} does not set allowPrivilegeEscalation: false`,
        }));

const capabilities: Control = (pod) =>
  pod.minor < 22 || isForWindows(pod)
    ? []
    : pod.containers.flatMap((container) => {
        const at = container.get('securityContext', 'capabilities', 'drop');
        const dropsAll = at.items().some(({ text }) => text === 'ALL');
        return [
          ...(dropsAll ? [] : [{ at, message: `${nameOf(container)} does not drop ALL capabilities` }]),
          ...added(container, BINDING),
        ];
      });

const nonRoot: Control = (pod) => {
  if (hasOwnUsers(pod)) return [];
  const isSet = ({ value }: Field) => typeof value === 'boolean';
  return inherited(pod, ['runAsNonRoot'], isSet, ({ value }) => value === true, 'runAsNonRoot: true');
};

const seccomp: Control = (pod) => {
  if (pod.minor < 19 || isForWindows(pod)) return [];
  const isSafe = ({ text }: Field) => text === 'RuntimeDefault' || text === 'Localhost';
  return inherited(
    pod,
    ['seccompProfile', 'type'],
    ({ exists }) => exists,
    isSafe,
    'seccompProfile RuntimeDefault or Localhost',
  );
};

// What the pod says holds for the containers that say nothing; what is wrong is wrong wherever it is said.
function inherited(
  pod: SecuredPod,
  path: readonly string[],
  isSet: (field: Field) => boolean,
  isRight: (field: Field) => boolean,
  wanted: string,
): Violation[] {
  const fields = contextsOf(pod).map(([who, context]) => [who, context.get(...path)] as const);
  const wrong = fields.filter(([, field]) => isSet(field) && !isRight(field));
  const [[, own] = ['', pod.spec], ...others] = fields;
  const unsaid = isSet(own) ? [] : others.filter(([, field]) => !isSet(field));
  return [...wrong, ...unsaid].map(([who, at]) => ({ at, message: `${who} does not set ${wanted}` }));
}

const userZero: Control = (pod) =>
  pod.minor < 23 || hasOwnUsers(pod)
    ? []
    : contextsOf(pod)
        .map(([who, context]) => [who, context.get('runAsUser')] as const)
        .filter(([, { value }]) => value === 0)
        .map(([who, at]) => ({ at, message: `${who} runs as user 0` }));

/** What the restricted standard refuses beyond the baseline. */
export const RESTRICTED: readonly Control[] = [volumeTypes, escalation, nonRoot, userZero, seccomp, capabilities];
