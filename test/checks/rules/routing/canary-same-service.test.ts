import { canarySameService } from '../../../../checks/rules/routing/canary-same-service';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const service = `
---
apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - name: http
      port: 80
    - name: next
      port: 81
`;
const same = "web # ! Canary 'web-canary' leads to Service 'web', where Ingress 'web' leads as well";

describeRule(canarySameService, {
  found: {
    'the same Service and port': `${ingress()}${canary({ service: same })}`,
    'one port by its number and by its name': `${ingress()}${canary({ service: same, port: 'name: http' })}${service}`,
  },
  right: {
    'another Service': `${ingress()}${canary()}`,
    'another port, where the new version listens': `${ingress()}${canary({ service: 'web', port: 'number: 81' })}${service}`,
    'a Service of the same name in another Namespace': `${ingress({ namespace: 'a' })}${canary({ namespace: 'b', service: 'web' })}`,
    'another path': `${ingress()}${canary({ service: 'web', path: '/other' })}`,
  },
});

test('says where the main one leads', () => {
  const yaml = `${ingress()}${canary({ service: 'web' })}`;
  expect(findingsIn(canarySameService, yaml)).toMatchObject([{ location: { line: 40 }, related: [{ line: 18 }] }]);
  const old = (one: string) =>
    one.replace('io/v1', 'io/v1beta1').replace(/service:\n[\s\S]*/, 'serviceName: web\n              servicePort: 80');
  expect(findingsIn(canarySameService, `${old(ingress())}${old(canary())}`)).toMatchObject([
    { location: { line: 36 }, related: [{ line: 17 }] },
  ]);
});
