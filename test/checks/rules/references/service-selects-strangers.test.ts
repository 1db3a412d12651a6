import { serviceSelectsStrangers } from '../../../../checks/rules/references/service-selects-strangers';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (rest = '', port = 'port: 80', name = 'front') => `
apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: {app: shop}${rest}
  ports: [{${port}}]
`;

const message = (others: string, meant = "Pod 'front'") =>
  ` # ! Service 'front' is for the pods of ${meant}, and its selector app=shop also means those of ${others}`;

const pod = (name: string, image: string, port: number | undefined, spec = '', labels = `tier: ${name}`) => `---
apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  labels: {app: shop, ${labels}}
spec:
  ${spec}
  containers:
    - name: ${name}
      image: ${image}
      ports: [${port === undefined ? '' : `{name: main, containerPort: ${port}}`}]
`;

const front = pod('front', 'nginx:1.29', 80);
const cart = pod('cart', 'redis:8.2', 6379);

const job = (labels: string) => `---
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
spec:
  template:
    metadata:
      labels: {app: shop${labels}}
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: shop:1
`;

describeRule(serviceSelectsStrangers, {
  found: {
    'pods that declare other ports': `${service(message("'Pod cart'"))}${cart}${front}`,
    'a port of the pods that is another one than that of the Service': `${service(message("'Pod cart'"), 'port: 8080, targetPort: 80')}${front}${cart}`,
    'two parts on two ports of one Service': `${service(message("'Pod cart'"), 'name: a, port: 80}, {name: b, port: 6379')}${cart}${front}`,
    'pods of a Job, which end': `${service(message("'Job migrate'"))}${front}${job('')}`,
    'pods of a Job beside those that declare nothing': `${service(message("'Job migrate'"))}${pod('front', 'nginx:1.29', undefined)}${job('')}`,
    'pods of another image beside those of its name': `${service(message("'Pod cart'"))}${pod('front', 'nginx:1.29', undefined)}${pod('cart', 'redis:8.2', undefined)}`,
    'pods of a CronJob': `${service(message("'CronJob report'"))}${front}---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  jobTemplate:
    spec:
      template:
        metadata:
          labels: {app: shop}
        spec:
          containers: [{name: report, image: "shop:1"}]
`,
    'pods with ports beside those of its name without': `${service(message("'Pod cart'"))}${pod('front', 'nginx:1.29', undefined)}${cart}`,
    'pods that serve nothing of a Service with another name': `${service(message("'Pod cart'"), 'name: a, port: 80}, {name: b, port: 9090', 'shop').replaceAll("Service 'front'", "Service 'shop'")}${cart}${front}`,
    'several strangers at once': `${service(message("'Pod cart', 'Job migrate'"))}${front}${cart}${job('')}`,
  },
  right: {
    'versions of one thing on one port': `${service('', 'port: 80, targetPort: main')}${pod('front', 'nginx:1.29', 80)}${pod('front-canary', 'nginx:1.30', 8080)}`,
    'pods that declare no port': `${service()}${front}${pod('other', 'nginx:1.28', undefined)}`,
    'pods that serve one of several ports': `${service('', 'name: a, port: 80}, {name: b, port: 9090')}${front}${pod('front-b', 'nginx:1.29', 80)}`,
    'pods of other images, of which none has the name': `${service('', 'port: 80', 'shop-all')}${pod('front', 'nginx:1.29', undefined)}${pod('cart', 'redis:8.2', undefined)}`,
    'a canary of another image': `${service()}${pod('front', 'nginx:1.29', undefined)}${pod('front-next', 'caddy:2', undefined)}`,
    'a canary of another name': `${service()}${pod('front', 'registry:5000/web:1.29', undefined)}${pod('next', 'registry:5000/web@sha256:00', undefined)}`,
    'a canary with one container of the same image': `${service()}${pod('front', 'nginx:1.29', undefined)}${pod('next', 'nginx:1.30', undefined).replace('containers:', 'containers:\n    - {name: log, image: "busybox:1.37.0"}')}`,
    'pods that find each other by its name': `${service()}${front}${pod('cart', 'redis:8.2', 6379, 'subdomain: front')}`,
    'a Job with a label of its own': `${service('', 'port: 80')}${front}${job('').replace('app: shop', 'app: migrate')}`,
    'a Job alone': `${service()}${job('')}`,
    'a name of another domain': `${service('\n  type: ExternalName\n  externalName: example.com')}${front}${cart}`,
    'a Service of all': `${service().replace('{app: shop}', '{}')}${front}${cart}`,
  },
});

test('names a label that only the pods meant have', () => {
  const [finding] = findingsIn(serviceSelectsStrangers, `${service()}${front}${cart}`);
  expect(finding?.remedy).toBe("Add tier: front to the selector, which only the pods of Pod 'front' have");
  expect(finding?.related.map(({ line }) => line)).toEqual([26]);
});

test('knows none where their labels are the same', () => {
  const same = pod('cart', 'redis:8.2', 6379, '', 'tier: front');
  const [finding] = findingsIn(serviceSelectsStrangers, `${service()}${front}${same}`);
  expect(finding?.remedy).toBe('Add a label to the selector that only the pods meant have');
});

test('names no label that a stranger has as well', () => {
  const same = pod('cart', 'redis:8.2', 6379, '', 'tier: front');
  const [finding] = findingsIn(serviceSelectsStrangers, `${service()}${front}${same}${pod('db', 'postgres:18', 5432)}`);
  expect(finding?.remedy).toBe('Add a label to the selector that only the pods meant have');
});
