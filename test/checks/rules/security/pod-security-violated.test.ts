import { podSecurityViolated } from '../../../../checks/rules/security/pod-security-violated';
import { describeRule, findingsIn } from '../../rule-cases';

const namespace = (level: string, version = '') => `
apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: ${level}${version && `\n    pod-security.kubernetes.io/enforce-version: ${version}`}
---`;

const pod = (spec: string, container = '', metadata = '\n  namespace: shop') => `
apiVersion: v1
kind: Pod
metadata:
  name: web${metadata}
spec:
  ${spec}
  containers:
    - name: web
      image: web:1
      ${container}`;

const baseline = (spec: string, container?: string, version?: string, metadata?: string) =>
  `${namespace('baseline', version)}${pod(spec, container, metadata)}`;
const context = (text: string) => `securityContext:\n        ${text}`;
const mark = (message: string, enforced = 'baseline (v1.37)') =>
  ` # ! ${message}; namespace 'shop' enforces ${enforced}`;

const safe = { pod: 'securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}' };
const dropped = 'allowPrivilegeEscalation: false\n        capabilities: {drop: [ALL]}';
const restricted = (spec = safe.pod, container = context(dropped), version?: string) =>
  `${namespace('restricted', version)}${pod(spec, container)}`;
const refused = (message: string, version = '1.37') => mark(message, `restricted (v${version})`);

describeRule(podSecurityViolated, {
  found: {
    'the network of the host': baseline(`hostNetwork: true${mark('the pod has hostNetwork')}`),
    'the processes of the host': baseline(`hostPID: true${mark('the pod has hostPID')}`),
    'the memory of the host': baseline(`hostIPC: true${mark('the pod has hostIPC')}`),
    'a privileged container': baseline('', context(`privileged: true${mark("container 'web' is privileged")}`)),
    'a capability too many': baseline(
      '',
      context(
        `capabilities:\n          add:\n            - CHOWN\n            - SYS_ADMIN${mark("container 'web' adds the capability SYS_ADMIN")}`,
      ),
    ),
    'a hostPath': baseline(
      `volumes:\n    - name: logs\n      hostPath: {path: /var/log}${mark("volume 'logs' is a hostPath")}`,
    ),
    'a port of the host': baseline(
      '',
      `ports:\n        - containerPort: 80\n          hostPort: 80${mark("container 'web' has hostPort 80")}`,
    ),
    'a profile of AppArmor by annotation': baseline(
      '',
      '',
      '',
      `\n  namespace: shop\n  annotations:\n    container.apparmor.security.beta.kubernetes.io/web: unconfined${mark('the AppArmor profile is unconfined')}`,
    ),
    'a profile of AppArmor': baseline(
      '',
      context(
        `appArmorProfile:\n          type: Unconfined${mark("container 'web' has the appArmorProfile Unconfined")}`,
      ),
    ),
    'a type of SELinux': baseline(
      `securityContext:\n    seLinuxOptions:\n      type: spc_t${mark('the pod has the SELinux type spc_t')}`,
    ),
    'a user of SELinux': baseline(
      '',
      context(`seLinuxOptions:\n          user: root${mark("container 'web' has the SELinux user root")}`),
    ),
    'an open proc': baseline('', context(`procMount: Unmasked${mark("container 'web' has procMount Unmasked")}`)),
    'no seccomp': baseline(
      `securityContext:\n    seccompProfile:\n      type: Unconfined${mark('the pod has the seccompProfile Unconfined')}`,
    ),
    'a sysctl': baseline(
      `securityContext:\n    sysctls:\n      - name: kernel.msgmax${mark('the pod sets kernel.msgmax')}`,
    ),
    'a sysctl before its time': baseline(
      `securityContext:\n    sysctls:\n      - name: net.ipv4.tcp_rmem${mark('the pod sets net.ipv4.tcp_rmem', 'baseline (v1.31)')}`,
      '',
      'v1.31',
    ),
    'a process of the host': baseline(
      `securityContext:\n    windowsOptions:\n      hostProcess: true${mark('the pod is a process of the host')}`,
    ),
    'a probe of another host': baseline(
      '',
      `livenessProbe:\n        httpGet:\n          host: example.com${mark("container 'web' has a probe or hook with host 'example.com'")}`,
    ),
    'a hook to another host': baseline(
      '',
      `lifecycle:\n        preStop:\n          httpGet:\n            host: example.com${mark("container 'web' has a probe or hook with host 'example.com'")}`,
    ),
    'an ephemeral container': baseline(
      `ephemeralContainers:\n    - name: debug\n      securityContext:\n        privileged: true${mark("container 'debug' is privileged")}`,
    ),
    'a type of volume': restricted(
      `${safe.pod}\n  volumes:\n    - name: data\n      nfs: {server: a, path: /}${refused("volume 'data' is of type nfs")}`,
    ),
    'a hostPath under restricted, once': restricted(
      `${safe.pod}\n  volumes:\n    - name: data\n      hostPath: {path: /}${refused("volume 'data' is of type hostPath")}`,
    ),
    'more privileges later': restricted(safe.pod, context(`capabilities: {drop: [ALL]}${''}`)).replace(
      'securityContext:\n        cap',
      `securityContext:${refused("container 'web' does not set allowPrivilegeEscalation: false")}\n        cap`,
    ),
    'capabilities that are kept': restricted(
      safe.pod,
      context(
        `allowPrivilegeEscalation: false\n        capabilities:\n          drop: [NET_RAW]${refused("container 'web' does not drop ALL capabilities")}`,
      ),
    ),
    'a capability too many under restricted': restricted(
      safe.pod,
      context(
        `allowPrivilegeEscalation: false\n        capabilities:\n          drop: [ALL]\n          add:\n            - CHOWN${refused("container 'web' adds the capability CHOWN")}`,
      ),
    ),
    'a pod that may be root': restricted(
      `securityContext:${refused("container 'web' does not set runAsNonRoot: true")}\n    seccompProfile: {type: RuntimeDefault}`,
    )
      .replace(/securityContext:( # .*)\n {4}secc/, 'securityContext:\n    secc')
      .replace(
        'securityContext:\n        allow',
        `securityContext:${refused("container 'web' does not set runAsNonRoot: true")}\n        allow`,
      ),
    'a container that says it may be root': restricted(
      safe.pod,
      context(`runAsNonRoot: false${refused("container 'web' does not set runAsNonRoot: true")}\n        ${dropped}`),
    ),
    'root by number': restricted(
      safe.pod,
      context(`runAsUser: 0${refused("container 'web' runs as user 0")}\n        ${dropped}`),
    ),
    'a container without seccomp': restricted(
      safe.pod,
      context(
        `seccompProfile:\n          type: Unconfined${refused("container 'web' does not set seccompProfile RuntimeDefault or Localhost")}\n        ${dropped}`,
      ),
    ),
  },
  right: {
    'a level that refuses nothing': `${namespace('privileged')}${pod('hostNetwork: true')}`,
    'a Namespace that only warns': `${namespace('restricted').replace('enforce:', 'warn:')}${pod('hostNetwork: true')}`,
    'a level that there is not': `${namespace('strict')}${pod('hostNetwork: true')}`,
    'a Namespace of others': pod('hostNetwork: true'),
    'what is restricted alone under baseline': baseline('', context('runAsUser: 0')),
    'values that are allowed': baseline(
      'hostNetwork: false\n  securityContext: {seccompProfile: {type: RuntimeDefault}, sysctls: [{name: net.ipv4.tcp_rmem}], seLinuxOptions: {type: container_engine_t, level: a}}\n  volumes: [{name: a, emptyDir: {}}]',
      `${context('privileged: false\n        procMount: Default\n        appArmorProfile: {type: Localhost}\n        capabilities: {add: [CHOWN]}')}\n      ports: [{containerPort: 80, hostPort: 0}]\n      livenessProbe: {httpGet: {host: "", port: 80}}`,
      '',
      '\n  namespace: shop\n  annotations: {container.apparmor.security.beta.kubernetes.io/web: runtime/default}',
    ),
    'a probe of another host before 1.34': baseline('', 'livenessProbe: {httpGet: {host: example.com}}', 'v1.33'),
    'an open proc for users of its own': baseline('hostUsers: false', context('procMount: Unmasked')),
    'all that restricted wants': restricted(),
    'all that restricted wants, at the container': restricted(
      '',
      context(`runAsNonRoot: true\n        seccompProfile: {type: Localhost}\n        ${dropped}`),
    ),
    'a container that undoes what the pod says wrongly is no help, one that repeats it is': restricted(
      safe.pod,
      context(
        `runAsNonRoot: true\n        capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}\n        allowPrivilegeEscalation: false`,
      ),
    ),
    'volumes of every allowed type': restricted(
      `${safe.pod}\n  volumes: [{name: a, configMap: {}}, {name: b, secret: {}}, {name: c, projected: {}}, {name: d}, {name: e, csi: {}}, {name: f, ephemeral: {}}, {name: g, downwardAPI: {}}, {name: h, persistentVolumeClaim: {}}]`,
    ),
    'a pod for Windows': restricted('os: {name: windows}\n  securityContext: {runAsNonRoot: true}', ''),
    'root in users of its own': restricted(
      'hostUsers: false\n  securityContext: {seccompProfile: {type: RuntimeDefault}}',
      context(`runAsUser: 0\n        ${dropped}`),
    ),
    'versions in which less was asked for': restricted(
      'securityContext: {runAsNonRoot: true, runAsUser: 0}',
      context('allowPrivilegeEscalation: false'),
      'v1.18',
    ),
    'pods of an operator': `${namespace('restricted')}
apiVersion: example.com/v1
kind: Database
metadata:
  name: db
  namespace: shop
spec:
  template:
    spec:
      containers: [{name: db}]`,
  },
});

test('names every control once, with the other places', () => {
  const findings = findingsIn(podSecurityViolated, `${namespace('restricted')}${pod('initContainers: [{name: a}]')}`);
  expect(findings.map(({ message }) => message.replace(/; .*/, ''))).toEqual([
    "container 'web' does not drop ALL capabilities",
    "container 'web' does not set allowPrivilegeEscalation: false",
    "container 'web' does not set runAsNonRoot: true",
    "container 'web' does not set seccompProfile RuntimeDefault or Localhost",
  ]);
  expect(findings.map(({ related }) => related.length)).toEqual([2, 2, 2, 2]);
});

test('a pod that says false has it wrong itself', () => {
  const wrong = 'securityContext: {runAsNonRoot: false, seccompProfile: {type: RuntimeDefault}}';
  const findings = findingsIn(podSecurityViolated, restricted(wrong));
  expect(findings.map(({ message }) => message)).toEqual([
    "the pod does not set runAsNonRoot: true; namespace 'shop' enforces restricted (v1.37)",
  ]);
});

test('users of its own help from 1.35 on, an allowed type of SELinux from 1.31, Windows from 1.25', () => {
  const of = (yaml: string) => findingsIn(podSecurityViolated, yaml).length;
  expect(of(baseline('hostUsers: false', context('procMount: Unmasked'), 'v1.34'))).toBe(1);
  expect(of(restricted('hostUsers: false', context('procMount: Unmasked'), 'v1.35'))).toBe(4);
  expect(of(baseline('securityContext: {seLinuxOptions: {type: container_engine_t}}', '', 'v1.30'))).toBe(1);
  expect(of(restricted('os: {name: windows}\n  securityContext: {runAsNonRoot: true}', '', 'v1.24'))).toBe(3);
});

test('controls begin with their versions', () => {
  const of = (version: string) =>
    findingsIn(podSecurityViolated, restricted('securityContext: {runAsUser: 0}', '', version)).length;
  expect(['v1.7', 'v1.8', 'v1.18', 'v1.19', 'v1.21', 'v1.22', 'v1.23', 'latest', 'v1.99'].map(of)).toEqual([
    1, 2, 2, 3, 3, 4, 5, 5, 5,
  ]);
});

test('under an old version, restricted refuses capabilities as baseline does', () => {
  const add = context('allowPrivilegeEscalation: false\n        capabilities: {add: [CHOWN, SYS_ADMIN]}');
  const findings = findingsIn(podSecurityViolated, restricted(safe.pod, add, 'v1.21'));
  expect(findings.map(({ message }) => message)).toEqual([
    "container 'web' adds the capability SYS_ADMIN; namespace 'shop' enforces restricted (v1.21)",
  ]);
});

test('before 1.19, seccomp is said by annotations', () => {
  const of = (level: string, profile: string, version: string) =>
    findingsIn(
      podSecurityViolated,
      `${namespace(level, version)}${pod(safe.pod, context(dropped), `\n  namespace: shop\n  annotations: {seccomp.security.alpha.kubernetes.io/pod: ${profile}}`)}`,
    ).map(({ message }) => message.replace(/; .*/, ''));
  expect(of('baseline', 'unconfined', 'v1.18')).toEqual(['the seccomp profile is unconfined']);
  expect(of('restricted', 'unconfined', 'v1.18')).toEqual(['the seccomp profile is unconfined']);
  expect(of('baseline', 'unconfined', 'v1.19')).toEqual([]);
  expect(of('baseline', 'docker/default', 'v1.18')).toEqual([]);
});

test('is a warning where -n decides the Namespace', () => {
  const yaml = `${namespace('baseline').replace('name: shop', 'name: default')}${pod('hostNetwork: true', '', '')}`;
  expect(findingsIn(podSecurityViolated, yaml).map(({ level }) => level)).toEqual(['warning']);
  expect(findingsIn(podSecurityViolated, baseline('hostNetwork: true')).map(({ level }) => level)).toEqual(['error']);
});
