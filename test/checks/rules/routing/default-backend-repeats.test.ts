import { defaultBackendRepeats } from '../../../../checks/rules/routing/default-backend-repeats';
import { ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const all = (name: string, { mark = '', service = name, kind = 'nginx' } = {}) => `
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
spec:
  ingressClassName: ${kind}
  defaultBackend: ${mark}
    service: {name: ${service}, port: {number: 80}}
`;
const mark = "# ! Ingress 'b' has a default backend, and Ingress 'a' has another one";

describeRule(defaultBackendRepeats, {
  found: {
    'two Ingresses for everything': `${all('a')}${all('b', { mark })}`,
    'one of them without a class, which the controller for kind takes as well': `${all('a')}${all('b', { mark }).replace('ingressClassName: nginx', '# no class')}`,
    'one of them of an old version': `${all('a').replace('io/v1', 'io/v1beta1').replace('defaultBackend', 'backend')}${all('b', { mark })}`,
  },
  right: {
    'two classes': `${all('a')}${all('b', { kind: 'nginx-internal' })}`,
    'the same Service': `${all('a', { service: 'web' })}${all('b', { service: 'web' })}`,
    'rules, beside which it is the default of their hosts': `${all('a')}${ingress({
      spec: 'defaultBackend: {service: {name: b, port: {number: 80}}}',
      host: 'b.org',
    })}`,
    'load balancers that each Ingress has for itself': `${all('a', { kind: 'gce' })}${all('b', { kind: 'gce' })}`,
  },
});

test('says where the other one is', () => {
  expect(findingsIn(defaultBackendRepeats, `${all('a')}${all('b')}`)).toMatchObject([
    { level: 'warning', related: [{ line: 9 }] },
  ]);
});
