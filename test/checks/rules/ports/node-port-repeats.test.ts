import { check } from '../../../../checks/engine';
import { fresh } from '../../../../checks/model/cluster';
import { ObjectSet } from '../../../../checks/model/object-set';
import { readSet } from '../../../../checks/read/read-set';
import { nodePortRepeats } from '../../../../checks/rules/ports/node-port-repeats';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (name: string, ports: string, type = 'NodePort', namespace = 'default') => `
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  type: ${type}
  ports:
    - ${ports.replaceAll('\n', '\n    - ')}`;

const both = "# ! Service 'web' and Service 'api' both take node port 30080";

describeRule(nodePortRepeats, {
  found: {
    'two Services with one node port': `${service('web', '{port: 80, nodePort: 30080}')}${service('api', `{port: 80, nodePort: 30080} ${both}`)}`,
    'two Services over two protocols': `${service('web', '{port: 53, nodePort: 30080}')}${service('api', `{port: 53, protocol: UDP, nodePort: 30080} ${both}`)}`,
    'two Services of two types': `${service('web', '{port: 80, nodePort: 30080}')}${service('api', `{port: 80, nodePort: 30080} ${both}`, 'LoadBalancer')}`,
    'two Services of one name in two Namespaces': `${service('web', '{port: 80, nodePort: 30080}')}${service('web', "{port: 80, nodePort: 30080} # ! Service 'web' in namespace 'default' and Service 'web' in namespace 'a' both take node port 30080", 'NodePort', 'a')}`,
    'two ports of a Service': service(
      'web',
      "{name: a, port: 80, nodePort: 30080}\n{name: b, port: 81, nodePort: 30080} # ! Service 'web' takes node port 30080 twice",
    ),
    'two ports of a Service over two protocols': service(
      'web',
      "{name: a, port: 80, nodePort: 30080}\n{name: b, port: 53, protocol: UDP, nodePort: 30080} # ! Service 'web' takes node port 30080 twice",
    ),
  },
  right: {
    'one port of a Service over two protocols': service(
      'web',
      '{name: a, port: 53, nodePort: 30053}\n{name: b, port: 53, protocol: UDP, nodePort: 30053}',
    ),
    'ports that the cluster gives': service(
      'web',
      '{name: a, port: 80, nodePort: 0}\n{name: b, port: 81, nodePort: 0}',
    ),
    'a Service that takes none': `${service('web', '{port: 80, nodePort: 30080}')}${service('api', '{port: 80, nodePort: 30080}', 'ClusterIP')}`,
    'one Service in two files': `${service('web', '{port: 80, nodePort: 30080}')}${service('web', '{port: 80, nodePort: 30080}')}`,
  },
});

test('warns where two files may be alternatives', () => {
  const files = ['web', 'api'].map((name) => ({
    file: `${name}.yaml`,
    text: service(name, '{port: 80, nodePort: 30080}'),
    named: true,
  }));
  const { objects } = readSet({ files, problems: [] });
  const [finding] = check(new ObjectSet(objects, fresh()), [nodePortRepeats]);
  expect(finding).toMatchObject({
    level: 'warning',
    message: "Service 'web' and Service 'api' both take node port 30080, unless the files are alternatives",
    related: [{ file: 'web.yaml', line: 11, column: 18 }],
  });
});

test('is an error in one file', () => {
  const yaml = `${service('web', '{port: 80, nodePort: 30080}')}${service('api', '{port: 80, nodePort: 30080}')}`;
  expect(findingsIn(nodePortRepeats, yaml, { complete: false })[0]?.level).toBe('error');
});
