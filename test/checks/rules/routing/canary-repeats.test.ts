import { check } from '../../../../checks/engine';
import { fresh } from '../../../../checks/model/cluster';
import { ObjectSet } from '../../../../checks/model/object-set';
import { readSet } from '../../../../checks/read/read-set';
import { canaryRepeats } from '../../../../checks/rules/routing/canary-repeats';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const second = "/web # ! Canaries 'a' and 'b' are both for path '/web' of any host; one of them counts";

describeRule(canaryRepeats, {
  found: {
    'two canaries': `${ingress()}${canary({ name: 'a' })}${canary({ name: 'b', path: second })}`,
    'two of different Namespaces': `${canary({ name: 'a', namespace: 'a' })}${canary({ name: 'b', namespace: 'b', path: second })}`,
    'two with two paths in common, once': `${canary({ name: 'a' })}          - path: /b
            pathType: Prefix
            backend: {service: {name: b, port: {number: 80}}}${canary({ name: 'b', path: second })}          - path: /b
            pathType: Prefix
            backend: {service: {name: b, port: {number: 80}}}`,
  },
  right: {
    'two paths': `${canary({ name: 'a' })}${canary({ name: 'b', path: '/other' })}`,
    'two hosts': `${canary({ name: 'a', host: 'a.org' })}${canary({ name: 'b', host: 'b.org' })}`,
    'two classes': `${canary({ name: 'a' })}${canary({ name: 'b', spec: 'ingressClassName: nginx-internal' })}`,
    'a main one and its canary': `${ingress()}${canary()}`,
    'one object twice, of which another rule speaks': `${canary()}${canary()}`,
  },
});

test('says where the other one is', () => {
  const [finding] = findingsIn(canaryRepeats, `${canary({ name: 'a' })}${canary({ name: 'b' })}`);
  expect(finding?.related).toMatchObject([{ line: 16 }]);
});

test('is a warning where two files may be alternatives', () => {
  const files = ['a', 'b'].map((name) => ({ file: `${name}.yaml`, text: canary({ name }), named: true }));
  const { objects } = readSet({ files, problems: [] });
  const [finding] = check(new ObjectSet(objects, fresh()), [canaryRepeats]);
  expect(finding).toMatchObject({ level: 'warning', location: { file: 'b.yaml' } });
  expect(finding?.message).toMatch(/, unless the files are alternatives$/);
});
