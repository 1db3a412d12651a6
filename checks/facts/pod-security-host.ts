import { type Control, contextsOf, nameOf } from './pod-security';

const hostNamespaces: Control = ({ spec }) =>
  ['hostNetwork', 'hostPID', 'hostIPC']
    .map((key) => spec.get(key))
    .filter(({ value }) => value === true)
    .map((at) => ({ at, message: `the pod has ${at.path.at(-1)}` }));

const hostPaths: Control = ({ spec, level }) =>
  level === 'restricted'
    ? []
    : spec
        .get('volumes')
        .items()
        .filter((volume) => volume.get('hostPath').exists)
        .map((volume) => ({
          at: volume.get('hostPath'),
          message: `volume '${volume.get('name').text}' is a hostPath`,
        }));

const hostPorts: Control = ({ containers }) =>
  containers.flatMap((container) =>
    container
      .get('ports')
      .items()
      .map((port) => port.get('hostPort'))
      .filter(({ number }) => number !== undefined && number !== 0)
      .map((at) => ({ at, message: `${nameOf(container)} has hostPort ${at.number}` })),
  );

const hostProcess: Control = (pod) =>
  contextsOf(pod)
    .map(([who, context]) => [who, context.get('windowsOptions', 'hostProcess')] as const)
    .filter(([, { value }]) => value === true)
    .map(([who, at]) => ({ at, message: `${who} is a process of the host` }));

const HANDLERS = ['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe) => [probe]);
const HOOKS = ['postStart', 'preStop'].map((hook) => ['lifecycle', hook]);

const probedHosts: Control = ({ containers, minor }) =>
  minor < 34
    ? []
    : containers.flatMap((container) =>
        [...HANDLERS, ...HOOKS]
          .flatMap((path) => ['httpGet', 'tcpSocket'].map((way) => container.get(...path, way, 'host')))
          .filter(({ text }) => text !== undefined && text !== '')
          .map((at) => ({ at, message: `${nameOf(container)} has a probe or hook with host '${at.text}'` })),
      );

/** What the baseline standard refuses because it reaches the host. */
export const HOST: readonly Control[] = [hostNamespaces, hostPaths, hostPorts, hostProcess, probedHosts];
