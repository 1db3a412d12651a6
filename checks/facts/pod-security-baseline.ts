import type { Field } from '../model/field';
import { type Control, contextsOf, hasOwnUsers, nameOf, type SecuredPod, type Violation } from './pod-security';
import { HOST } from './pod-security-host';

const words = (text: string) => new Set(text.split(' '));

const CAPABILITIES = words(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT',
);
// With the first minor that takes them.
const SYSCTLS: Readonly<Record<string, number>> = {
  'kernel.shm_rmid_forced': 0,
  'net.ipv4.ip_local_port_range': 0,
  'net.ipv4.tcp_syncookies': 0,
  'net.ipv4.ping_group_range': 0,
  'net.ipv4.ip_unprivileged_port_start': 0,
  'net.ipv4.ip_local_reserved_ports': 27,
  'net.ipv4.tcp_keepalive_time': 29,
  'net.ipv4.tcp_fin_timeout': 29,
  'net.ipv4.tcp_keepalive_intvl': 29,
  'net.ipv4.tcp_keepalive_probes': 29,
  'net.ipv4.tcp_rmem': 32,
  'net.ipv4.tcp_wmem': 32,
};
const SELINUX_TYPES = words('container_t container_init_t container_kvm_t');

const privileged: Control = ({ containers }) =>
  containers
    .map((container) => [container, container.get('securityContext', 'privileged')] as const)
    .filter(([, { value }]) => value === true)
    .map(([container, at]) => ({ at, message: `${nameOf(container)} is privileged` }));

const capabilities: Control = ({ containers, level, minor }) =>
  // The restricted standard has a stricter control of its own.
  level === 'restricted' && minor >= 22 ? [] : containers.flatMap((container) => added(container, CAPABILITIES));

/** Capabilities that a container adds beyond some. */
export function added(container: Field, allowed: ReadonlySet<string>): Violation[] {
  return container
    .get('securityContext', 'capabilities', 'add')
    .items()
    .filter(({ text }) => text !== undefined && !allowed.has(text))
    .map((at) => ({ at, message: `${nameOf(container)} adds the capability ${at.text}` }));
}

const appArmor: Control = (pod) => [
  ...badAnnotations(
    pod,
    /^container\.apparmor\.security\.beta\.kubernetes\.io\//,
    /^$|^runtime\/default$|^localhost\//,
  ),
  ...badTypes(pod, 'appArmorProfile', (type) => type === 'RuntimeDefault' || type === 'Localhost'),
];

const seccomp: Control = (pod) => {
  if (pod.minor < 19)
    return badAnnotations(
      pod,
      /^(container\.seccomp\.security\.alpha\.kubernetes\.io\/|seccomp\.security\.alpha\.kubernetes\.io\/pod$)/,
      /^(runtime|docker)\/default$|^localhost\//,
    );
  return pod.level === 'restricted' ? [] : badTypes(pod, 'seccompProfile', (type) => type !== 'Unconfined');
};

function badAnnotations({ template }: SecuredPod, keys: RegExp, allowed: RegExp): Violation[] {
  return template
    .get('metadata', 'annotations')
    .entries()
    .filter(([key, { text }]) => keys.test(key) && text !== undefined && !allowed.test(text))
    .map(([key, at]) => ({
      at,
      message: `the ${key.includes('seccomp') ? 'seccomp' : 'AppArmor'} profile is ${at.text}`,
    }));
}

function badTypes(pod: SecuredPod, profile: string, isAllowed: (type: string) => boolean): Violation[] {
  return contextsOf(pod)
    .map(([who, context]) => [who, context.get(profile, 'type')] as const)
    .filter(([, { text }]) => text !== undefined && !isAllowed(text))
    .map(([who, at]) => ({ at, message: `${who} has the ${profile} ${at.text}` }));
}

const seLinux: Control = (pod) =>
  contextsOf(pod).flatMap(([who, context]) => {
    const isTaken = (type: string) => SELINUX_TYPES.has(type) || (type === 'container_engine_t' && pod.minor >= 31);
    return ['type', 'user', 'role']
      .map((key) => context.get('seLinuxOptions', key))
      .filter(({ text, path }) => text !== undefined && text !== '' && !(path.at(-1) === 'type' && isTaken(text)))
      .map((at) => ({ at, message: `${who} has the SELinux ${at.path.at(-1)} ${at.text}` }));
  });

const procMount: Control = (pod) =>
  pod.level === 'baseline' && hasOwnUsers(pod)
    ? []
    : pod.containers
        .map((container) => [container, container.get('securityContext', 'procMount')] as const)
        .filter(([, { text }]) => text !== undefined && text !== 'Default')
        .map(([container, at]) => ({ at, message: `${nameOf(container)} has procMount ${at.text}` }));

const sysctls: Control = ({ spec, minor }) =>
  spec
    .get('securityContext', 'sysctls')
    .items()
    .map((sysctl) => sysctl.get('name'))
    .filter(
      ({ text }) =>
        text !== undefined && minor < (Object.hasOwn(SYSCTLS, text) ? (SYSCTLS[text] ?? 0) : Number.POSITIVE_INFINITY),
    )
    .map((at) => ({ at, message: `the pod sets ${at.text}` }));

/** What the baseline standard refuses. */
export const BASELINE: readonly Control[] = [
  ...HOST,
  privileged,
  capabilities,
  appArmor,
  seLinux,
  procMount,
  seccomp,
  sysctls,
];
