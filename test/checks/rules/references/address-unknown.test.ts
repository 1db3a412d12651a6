import { addressUnknown } from '../../../../checks/rules/references/address-unknown';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (name: string, rest = '', namespace = 'default') => `---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
spec:${rest}
  ports:
    - name: redis
      port: 6379
`;

const pod = (rest: string, spec = '') => `---
apiVersion: v1
kind: Pod
metadata:
  name: cart
  namespace: default
spec:${spec}
  containers:
    - name: cart
      image: example.com/cart:1.0.0
      ${rest}
`;

const variable = (value: string, name = 'REDIS_ADDR', spec = '') =>
  pod(`env:\n        - name: ${name}\n          value: ${value}`, spec);
const args = (...words: string[]) => pod(`args:${words.map((word) => `\n        - ${word}`).join('')}`);
const absent = (name: string, who = "Variable 'REDIS_ADDR'", namespace = 'default') =>
  ` # ! ${who} names Service '${name}', which is not there in namespace '${namespace}'`;

const there = service('redis');

describeRule(addressUnknown, {
  found: {
    'a name that no Service has': variable(`redis-cart:6379${absent('redis-cart')}`),
    'a port that the Service does not expose': `${there}${variable(
      "redis:6380 # ! Variable 'REDIS_ADDR' leads to port 6380 of Service 'redis', which exposes 6379 (redis)",
    )}`,
    'the port of a scheme': `${there}${variable(
      "http://redis/x # ! Variable 'URL' leads to port 80 of Service 'redis', which exposes 6379 (redis)",
      'URL',
    )}`,
    'a URL with a user, a path and a question': variable(
      `redis://u:p@cache:6379/0?a=b${absent('cache', "Variable 'X'")}`,
      'X',
    ),
    'a URL of JDBC': variable(`jdbc:postgresql://db:5432/shop${absent('db', "Variable 'X'")}`, 'X'),
    'a Service of another Namespace of the set': `${service('redis', '', 'cache')}${variable(`redis-1.cache:6379${absent('redis-1', "Variable 'REDIS_ADDR'", 'cache')}`)}`,
    'a full name': variable(`redis.cache.svc.cluster.local:6379${absent('redis', "Variable 'REDIS_ADDR'", 'cache')}`),
    'a pod of a Service that is not there': variable(
      `db-0.db.data.svc:6379${absent('db', "Variable 'REDIS_ADDR'", 'data')}`,
    ),
    'one of a list': `${there}${variable(`redis:6379,redis-2:6379${absent('redis-2')}`)}`,
    'the value of an option': args(`--redis-addr=cache:6379${absent('cache', "Container 'cart'")}`),
    'the argument behind an option': args('--redis-addr', `cache:6379${absent('cache', "Container 'cart'")}`),
    'a URL as an argument': args(`http://cache:8080${absent('cache', "Container 'cart'")}`),
    'one name twice once': `${variable(`redis-cart:6379${absent('redis-cart')}`)}${variable('redis-cart:6379').replace('name: cart', 'name: other')}`,
    'a Service that goes where -n says': `${service('redis', '', 'cache').replace('  namespace: cache\n', '')}${variable(
      "redis:6379 # ! Variable 'REDIS_ADDR' names Service 'redis'; it is not in namespace 'shop', and there is one in 'default'",
    ).replace('namespace: default', 'namespace: shop')}`,
  },
  right: {
    'a name and a port that are there': `${there}${variable('redis:6379')}${variable('tcp://redis.default.svc.cluster.local:6379/0')}`,
    'a host of the world': variable('example.com:443'),
    'a URL of the world': variable('https://api.example.com/v1'),
    'this machine, and addresses of machines': `${variable('localhost:6379')}${variable('127.0.0.1:6379')}${variable('http://host.docker.internal:80')}`,
    'something that is no address': `${variable('info:6379', 'LOG_LEVEL')}${args('--level=info:6379', 'busybox:1', 'user:1000')}`,
    'an image': variable('redis:8', 'REDIS_SERVER_IMAGE'),
    'what a program listens on': args('--listen-address=cart:8080', '--bind-addr=any:80'),
    'the pods of a headless Service with any port': `${service('redis', '\n  clusterIP: None')}${variable('redis:6380')}${variable('redis-0.redis:6380')}`,
    'a pod of a headless Service in full': `${service('redis', '\n  clusterIP: None')}${variable('redis-0.redis.default.svc.cluster.local:6380')}`,
    'a name of another domain': `${service('redis', '\n  type: ExternalName')}${variable('redis:1')}`,
    'a Service of the cluster': `${variable('https://kubernetes.default.svc')}${variable('kube-dns.kube-system:53')}`,
    'Services of add-ons, which nobody here knows': variable('http://cert-manager-webhook.cert-manager.svc:9402'),
    'a name that the pod has in its own list': variable(
      'redis:6379',
      'REDIS_ADDR',
      '\n  hostAliases: [{ ip: 10.0.0.1, hostnames: [redis] }]',
    ),
    'a pod with the resolver of its node': variable('redis:6379', 'REDIS_ADDR', '\n  hostNetwork: true'),
    'a pod with domains of its own': variable('redis:6379', 'REDIS_ADDR', '\n  dnsConfig: { searches: [example.com] }'),
    'a pod with a resolver of its own': variable('redis:6379', 'REDIS_ADDR', '\n  dnsPolicy: None'),
    'the pod itself': variable('http://cart:8080'),
    'a host that is filled in': `${variable('http://$(HOST):80')}${variable('http://${HOST}:80')}`,
    'a number that is no port': variable('redis:70000'),
    'a Service that an operator makes': `${variable('redis:6379')}---
apiVersion: redis.example.com/v1
kind: Cluster
metadata:
  name: redis
  namespace: default
`,
    'two forms of a Service, of which one exposes the port': `${there}${service('redis').replace('6379', '6380')}${variable('redis:6380')}`,
    'a Service without ports': `${there.replace(/ {2}ports[\s\S]*/, '')}${variable('redis:6380')}`,
  },
});

test('names the Service that was probably meant, and the other places', () => {
  const [finding] = findingsIn(addressUnknown, `${there}${variable('rediss:6379')}${variable('rediss:6379')}`);
  expect(finding).toMatchObject({ level: 'error', remedy: "Write 'redis', which is there", related: [{ line: 36 }] });
});

test('names the Namespace where the Service is', () => {
  const [finding] = findingsIn(addressUnknown, `${service('redis', '', 'cache')}${variable('redis:6379')}`);
  expect(finding?.remedy).toBe("Write 'redis.cache': it is in that namespace");
});

test('reads names in the resolver of the cluster on the network of a node', () => {
  const spec = '\n  hostNetwork: true\n  dnsPolicy: ClusterFirstWithHostNet';
  expect(findingsIn(addressUnknown, variable('redis:6379', 'REDIS_ADDR', spec))).toHaveLength(1);
});

test('is a warning where the Service may be made elsewhere, and an error where its port is wrong', () => {
  const wrong = `${there}${variable('rediss:6379')}${variable('redis:1')}`;
  const findings = findingsIn(addressUnknown, wrong, { complete: false });
  expect(findings.map(({ level }) => level)).toEqual(['warning', 'error']);
  expect(findings[1]?.related).toMatchObject([{ line: 8 }]);
});

test('is a warning where nothing resembles the name: the program may do without', () => {
  expect(findingsIn(addressUnknown, variable('assistant:80'))).toMatchObject([{ level: 'warning' }]);
  const [longer] = findingsIn(addressUnknown, `${service('redis-cart-master')}${variable('redis-cart:6379')}`);
  expect(longer).toMatchObject({ level: 'error', remedy: "Write 'redis-cart-master', which is there" });
  const [shorter] = findingsIn(addressUnknown, `${there}${variable('redis-cart-master:6379')}`);
  expect(shorter).toMatchObject({ level: 'error', remedy: "Write 'redis', which is there" });
});
