import { nameInvalid } from '../../../../checks/rules/schema/name-invalid';
import { describeRule, findingsIn } from '../../rule-cases';

const LABEL = 'lower-case letters, digits and -, and begins and ends with one of the first two';
const SUBDOMAIN = 'lower-case letters, digits, - and ., and begins and ends with one of the first two';
const HOST = 'lower-case letters, digits, - and ., without a port; *. may stand in front';
const PORT = 'lower-case letters, digits and single -, with one letter at least';

const object = (kind: string, name: string, apiVersion = 'v1') => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
`;

const pod = (rest: string, spec = '') => `---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:${spec}
  containers:
    - image: nginx:1.29
      ${rest}
`;

const ingress = (host: string, tls = '') => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - host: ${host}${tls}
`;

const rbac = 'rbac.authorization.k8s.io/v1';

describeRule(nameInvalid, {
  found: {
    'a capital letter': object(
      'ConfigMap',
      `Settings # ! the name of the ConfigMap is 'Settings'; it consists of ${SUBDOMAIN}`,
    ),
    'a hyphen at the end': object('Secret', `web- # ! the name of the Secret is 'web-'; it consists of ${SUBDOMAIN}`),
    'a Namespace with a point': object(
      'Namespace',
      `a.b # ! the name of the Namespace is 'a.b'; it consists of ${LABEL}`,
    ),
    'a Service with a point': object('Service', `a.b # ! the name of the Service is 'a.b'; it consists of ${LABEL}`),
    'a role with a slash': object(
      'Role',
      `a/b # ! the name of the Role is 'a/b'; it consists of anything but / and %`,
      rbac,
    ),
    'a name that is empty': object('ConfigMap', `"" # ! the name of the ConfigMap is empty`),
    'no name': `apiVersion: v1\nkind: ConfigMap\nmetadata: # ! a ConfigMap without a name\n  labels: {}\n`,
    'a Namespace that cannot be': object(
      'ConfigMap',
      `web\n  namespace: Shop # ! the namespace of ConfigMap 'web' is 'Shop'; it consists of ${LABEL}`,
    ),
    'a container': pod(`name: web_1 # ! the name of a container is 'web_1'; it consists of ${LABEL}`),
    'a port without a letter': pod(
      `name: web\n      ports:\n        - containerPort: 80\n          name: "80" # ! the name of a port is '80'; it consists of ${PORT}`,
    ),
    'a port with two hyphens': pod(
      `name: web\n      ports:\n        - name: a--b # ! the name of a port is 'a--b'; it consists of ${PORT}`,
    ),
    'a volume': pod(
      `name: web`,
      `\n  volumes:\n    - name: my.data # ! the name of a volume is 'my.data'; it consists of ${LABEL}`,
    ),
    'the host name of a pod': pod(
      'name: web',
      `\n  hostname: a.b # ! the hostname of the pod is 'a.b'; it consists of ${LABEL}`,
    ),
    'a port of a Service': `${object('Service', 'web')}spec:\n  ports:\n    - name: Http # ! the name of a port is 'Http'; it consists of ${LABEL}\n`,
    'a host with a port': ingress(`example.com:80 # ! a host is 'example.com:80'; it consists of ${HOST}`),
    'a host that is an address': ingress(`10.0.0.1 # ! a host is '10.0.0.1'; it consists of ${HOST}`),
    'a host that is any': ingress(`"*" # ! a host is '*'; it consists of ${HOST}`),
    'a host of a certificate': ingress(
      'example.com',
      `\n  tls:\n    - hosts:\n        - Example.com # ! a host is 'Example.com'; it consists of ${HOST}`,
    ),
    'a key of a ConfigMap': `${object('ConfigMap', 'web')}data:\n  a/b: c # ! a key of ConfigMap 'web' is 'a/b'; it consists of letters, digits, -, _ and .\n`,
    'a key of a Secret': `${object('Secret', 'web')}stringData:\n  a b: c # ! a key of Secret 'web' is 'a b'; it consists of letters, digits, -, _ and .\n`,
    'one slip in two places once': ingress(
      `A.b # ! a host is 'A.b'; it consists of ${HOST}`,
      '\n  tls:\n    - hosts: [A.b]',
    ),
  },
  right: {
    'roles of the system': `${object('ClusterRole', 'system:Auth-delegator', rbac)}${object('CertificateSigningRequest', 'csr:Node_1', 'certificates.k8s.io/v1')}`,
    'names with points': `${object('ConfigMap', 'kube-root-ca.crt')}${object('StorageClass', 'a.b-c', 'storage.k8s.io/v1')}`,
    'an address as a name': object('IPAddress', '"2001:db8::1"', 'networking.k8s.io/v1'),
    'a Service that begins with a digit': object('Service', '1web'),
    'names of custom resources': object('User', 'system:Admin', 'user.openshift.io/v1'),
    'names that are filled in': `${object('ConfigMap', '${NAME}_x')}${object('ConfigMap', 'A$(NAME)')}${object('ConfigMap', '__THE_NAME__')}`,
    'a name that the cluster completes': object('ConfigMap', 'a').replace('name: a', 'generateName: a-'),
    'a question without a name': 'apiVersion: authorization.k8s.io/v1\nkind: SubjectAccessReview\nspec: {}\n',
    'hosts with a star, and none': `${ingress('"*.example.com"')}${ingress('')}${ingress('""')}`,
    'keys with all that they may have': `${object('ConfigMap', 'web')}data:\n  .A_b-c.d: e\n`,
    'a port of a Service that begins with a digit': `${object('Service', 'web')}spec:\n  ports:\n    - name: "80"\n`,
    'a number, of which another rule speaks': object('ConfigMap', '123'),
  },
});

test('wants a letter first in a Service of an older Kubernetes', () => {
  const [finding] = findingsIn(nameInvalid, object('Service', '1web'), { kubernetes: '1.35' });
  expect(finding?.message).toMatch(/it consists of lower-case letters, digits and -, and begins with a letter$/);
});

test.each([
  [object('ConfigMap', 'My_Settings'), "Write 'my-settings'"],
  [object('Namespace', 'a.b'), "Write 'a-b'"],
  [object('ConfigMap', '"-web-"'), "Write 'web'"],
  [object('ConfigMap', '"---"'), 'Write the name with the characters that are allowed'],
])('says what to write %#', (yaml, remedy) => {
  expect(findingsIn(nameInvalid, yaml).map((finding) => finding.remedy)).toEqual([remedy]);
});

test('names the other places', () => {
  expect(findingsIn(nameInvalid, ingress('A.b', '\n  tls:\n    - hosts: [A.b]'))[0]?.related).toMatchObject([
    { line: 10 },
  ]);
});
