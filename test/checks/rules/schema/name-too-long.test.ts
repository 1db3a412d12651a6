import { nameTooLong } from '../../../../checks/rules/schema/name-too-long';
import { describeRule, findingsIn } from '../../rule-cases';

const of = (length: number) => 'a'.repeat(length);

const object = (kind: string, name: string, apiVersion = 'v1', rest = '') => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  name: ${name}
${rest}`;

const job = (name: string, spec: string) => object('Job', name, 'batch/v1', `spec: ${spec}\n`);
const HOST = ', because the host names of its pods add 3 to it';

describeRule(nameTooLong, {
  found: {
    'a StatefulSet whose pods would have a label too long': object(
      'StatefulSet',
      `${of(53)} # ! the name of the StatefulSet has 53 characters; at most 52 are possible, because a label of its pods adds 11 to it`,
      'apps/v1',
    ),
    'a CronJob': object(
      'CronJob',
      `${of(53)} # ! the name of the CronJob has 53 characters; at most 52 are possible, because the names of its jobs add 11 to it`,
      'batch/v1',
    ),
    'a Job': job(
      `${of(64)} # ! the name of the Job has 64 characters; at most 63 are possible, because it is a label of its pods`,
      '{}',
    ),
    'a Job with numbered pods': job(
      `${of(61)} # ! the name of the Job has 61 characters; at most 60 are possible${HOST}`,
      '{ completionMode: Indexed, completions: 11 }',
    ),
    'a Service': object('Service', `${of(64)} # ! the name of the Service has 64 characters; at most 63 are possible`),
    'a ConfigMap': object(
      'ConfigMap',
      `${of(254)} # ! the name of the ConfigMap has 254 characters; at most 253 are possible`,
    ),
    'a port of a container': object(
      'Pod',
      'web',
      'v1',
      'spec:\n  containers:\n    - name: web\n      ports:\n        - name: prometheus-metrics # ! the name of a port has 18 characters; at most 15 are possible\n',
    ),
    'a Namespace of an object': object(
      'ConfigMap',
      `web\n  namespace: ${of(64)} # ! the namespace of ConfigMap 'web' has 64 characters; at most 63 are possible`,
    ),
  },
  right: {
    'the longest names': `${object('StatefulSet', of(52), 'apps/v1')}${object('CronJob', of(52), 'batch/v1')}${object('Service', of(63))}${object('ConfigMap', of(253))}`,
    'the longest names of jobs': `${job(of(63), '{ completions: 11 }')}${job(of(60), '{ completionMode: Indexed, completions: 11 }')}${job(of(61), '{ completionMode: Indexed, completions: 10 }')}`,
    'a Deployment, whose pods get shorter names': object('Deployment', of(100), 'apps/v1'),
    'a role': object('ClusterRole', of(300), 'rbac.authorization.k8s.io/v1'),
    'a custom resource': object('StatefulSet', of(60), 'apps.example.com/v1'),
    'the longest port': object(
      'Pod',
      'web',
      'v1',
      `spec:\n  containers:\n    - name: web\n      ports:\n        - name: ${of(15)}\n`,
    ),
  },
});

test('names the other places', () => {
  const ports = `spec:\n  containers:\n    - name: web\n      ports:\n        - name: ${of(16)}\n        - name: ${of(16)}\n`;
  expect(findingsIn(nameTooLong, object('Pod', 'web', 'v1', ports))).toMatchObject([{ related: [{ line: 11 }] }]);
});
