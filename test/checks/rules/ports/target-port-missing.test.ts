import { targetPortMissing } from '../../../../checks/rules/ports/target-port-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (ports: string, rest = '') => `
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector: {app: web}${rest}
  ports:
    - ${ports.replaceAll('\n', '\n      ')}`;

const pod = (ports: string, rest = '') => `
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {app: web}
spec:
  containers:
    - name: web
      image: nginx:1.29
      ports: [${ports}]${rest}`;

const http = '{name: http, containerPort: 8000}';
const metrics = '{name: metrics, containerPort: 9090}';

describeRule(targetPortMissing, {
  found: {
    'a name that no pod has': `${service("port: 80\ntargetPort: web # ! Service 'web' leads to port 'web' of its pods; those of Pod 'web' declare 8000 (http), 9090 (metrics)")}${pod(`${http}, ${metrics}`)}`,
    'a name where the pods declare nothing': `${service("port: 80\ntargetPort: http # ! Service 'web' leads to port 'http' of its pods; those of Pod 'web' declare nothing")}${pod('')}`,
    'the name of a container that has ended before the others': `${service("port: 80\ntargetPort: http # ! Service 'web' leads to port 'http' of its pods; those of Pod 'web' declare nothing")}${pod('', `\n  initContainers: [{name: first, ports: [${http}]}]`)}`,
    'a target port that is forgotten': `${service("port: 80 # ! Service 'web' leads to port '80' of its pods; those of Pod 'web' declare 8000 (http), 9090 (metrics)")}${pod(`${http}, ${metrics}`)}`,
    'another number than the only one': `${service("port: 80\ntargetPort: 8080 # ! Service 'web' leads to port '8080' of its pods; those of Pod 'web' declare 8000 (http)")}${pod(http)}`,
    'two digits that are swapped': `${service("port: 80\ntargetPort: 9009 # ! Service 'web' leads to port '9009' of its pods; those of Pod 'web' declare 8000 (http), 9090 (metrics)")}${pod(`${http}, ${metrics}`)}`,
    'a digit that is dropped': `${service("port: 80\ntargetPort: 800 # ! Service 'web' leads to port '800' of its pods; those of Pod 'web' declare 8000 (http), 9090 (metrics)")}${pod(`${http}, ${metrics}`)}`,
    'a port of the same name with another number': `${service("port: 80\nname: http\ntargetPort: 3000 # ! Service 'web' leads to port '3000' of its pods; those of Pod 'web' declare 8000 (http), 9090 (metrics)")}${pod(`${http}, ${metrics}`)}`,
  },
  right: {
    'a name that one of two pods has': `${service('port: 80\ntargetPort: http')}${pod(http)}${pod('').replace('name: web', 'name: old')}`,
    'a number that nobody declares beside others': `${service('port: 443\ntargetPort: 9443')}${pod(`${http}, ${metrics}`)}`,
    'a number where the pods declare nothing': `${service('port: 80\ntargetPort: 8000')}${pod('')}`,
    'a neighbour of a declared number': `${service('port: 8443\ntargetPort: 443\nname: https')}${pod('{containerPort: 8443}, {containerPort: 4443}, {containerPort: 442}')}`,
    'a number that another one has a digit before': `${service('port: 80\ntargetPort: 8080\nname: main')}${pod('{containerPort: 18080}, {containerPort: 4000}')}`,
    'a number of two digits beside one of three': `${service('port: 90\ntargetPort: 80\nname: main')}${pod('{containerPort: 800}, {containerPort: 4000}')}`,
    'the port of a webhook beside the only one': `${service('port: 443\ntargetPort: 9443\nname: webhook')}${pod(http)}`,
    'metrics without a target port': `${service('port: 9100\nname: http-metrics')}${pod(http)}`,
    'a number that the command speaks of': `${service('port: 80\ntargetPort: 8080')}${pod(http, '\n      args: ["--listen=:8080"]')}`,
    'a number that a probe asks': `${service('port: 80\ntargetPort: 8080')}${pod(http, '\n      readinessProbe: {httpGet: {port: 8080}}')}`,
    'a number that a variable speaks of': `${service('port: 80\ntargetPort: 8080')}${pod(http, '\n      env: [{name: PORT, value: "8080"}]')}`,
    'a number that the configuration speaks of': `${service('port: 80\ntargetPort: 8080')}${pod(http, '\n  volumes: [{name: conf, configMap: {name: nginx}}]')}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: nginx}
data: {default.conf: "server { listen 8080; }"}`,
    'target port 0, the same as the port': `${service('port: 8000\ntargetPort: 0')}${pod(http)}`,
    'a number that is declared for another protocol': `${service('port: 8000\nprotocol: UDP')}${pod(http)}`,
    'a protocol that there is not': `${service('port: 80\nprotocol: tcp\ntargetPort: web')}${pod(http)}`,
    'a headless Service with a port of its own': `${service('port: 80', '\n  clusterIP: None')}${pod(http)}`,
    'a name of another domain': `${service('port: 80\ntargetPort: web', '\n  type: ExternalName')}${pod(http)}`,
    'pods to which an operator adds ports': `${service('port: 80\ntargetPort: https')}
---
apiVersion: example.com/v1
kind: Database
metadata: {name: web}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web}]}`,
    'pods of which an operator makes some': `${service('port: 80\ntargetPort: https')}${pod(http)}
---
apiVersion: example.com/v1
kind: Database
metadata: {name: web}
spec:
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web}]}`,
    'the port of a native sidecar': `${service('port: 80\ntargetPort: http')}${pod('', `\n  initContainers: [{name: proxy, restartPolicy: Always, ports: [${http}]}]`)}`,
  },
});

test('names what was probably meant', () => {
  const [slip] = findingsIn(
    targetPortMissing,
    `${service('port: 80\ntargetPort: metric')}${pod(`${http}, ${metrics}`)}`,
  );
  expect(slip).toMatchObject({ level: 'error', remedy: 'Write targetPort: metrics, which the pods declare' });
  expect(slip?.related.map(({ line }) => line)).toEqual([21, 21]);
  const [number] = findingsIn(targetPortMissing, `${service('port: 80')}${pod('{containerPort: 8000}')}`);
  expect(number).toMatchObject({ level: 'warning', remedy: 'Write targetPort: 8000, which the pods declare' });
});

test('warns of a name that a headless Service leads to', () => {
  const [finding] = findingsIn(
    targetPortMissing,
    `${service('port: 80\ntargetPort: web', '\n  clusterIP: None')}${pod(http)}`,
  );
  expect(finding?.level).toBe('warning');
});
