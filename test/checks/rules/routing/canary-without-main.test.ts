import { canaryWithoutMain } from '../../../../checks/rules/routing/canary-without-main';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const web = ingress({ host: 'web.localhost' });

describeRule(canaryWithoutMain, {
  found: {
    'another path': `${web}${canary({ host: 'web.localhost', path: "/wbe # ! Canary 'web-canary' is for path '/wbe' of host 'web.localhost', which no main Ingress has; there is '/web'" })}`,
    'another host': `${web}${canary({ host: "web.locahost # ! Canary 'web-canary' is for host 'web.locahost', which no main Ingress of its class has; did you mean 'web.localhost'?" })}`,
    'no host, where the main one has one': `${web}${canary({ path: "/web # ! Canary 'web-canary' is for any host, which no main Ingress of its class has" })}`,
    'another path type': `${web}${canary({ host: 'web.localhost', type: "Exact # ! Canary 'web-canary' is for path '/web' of host 'web.localhost' as Exact; Ingress 'web' has it as Prefix" })}`,
    'the class of another controller': `${web}${canary({ host: "web.localhost # ! Canary 'web-canary' is for host 'web.localhost', which no main Ingress of its class has", spec: 'ingressClassName: nginx-internal' })}`,
    'two paths of a host that is nowhere, once': `${web}${canary({ host: "shop.org # ! Canary 'web-canary' is for host 'shop.org', which no main Ingress of its class has" })}          - path: /b
            pathType: Prefix
            backend: {service: {name: b, port: {number: 80}}}`,
    'another canary, which is no main one': `${canary({ name: 'a', path: "/ # ! Canary 'a' is for any host, which no main Ingress of its class has" })}`,
  },
  right: {
    'a main one of another Namespace': `${ingress({ host: 'a.org', namespace: 'a' })}${canary({ host: 'a.org', namespace: 'b' })}`,
    'a main one without a class, which the controller for kind takes as well': `${ingress({ spec: 'defaultBackend: {service: {name: web, port: {number: 80}}}' })}${canary()}`,
    'the root, written and left out': `${ingress({ path: '' })}${canary({ path: '/' })}`,
    'a controller of another maker': `${canary({ spec: 'ingressClassName: traefik' })}`,
    'a main one of an old version': `${ingress().replace('networking.k8s.io/v1', 'networking.k8s.io/v1beta1')}${canary()}`,
  },
});

test('is a warning where the main one may be elsewhere', () => {
  expect(findingsIn(canaryWithoutMain, canary(), { complete: false })).toMatchObject([{ level: 'warning' }]);
});

test('is an error where the main one has the path with another type', () => {
  const [finding] = findingsIn(canaryWithoutMain, `${ingress()}${canary({ type: 'Exact' })}`, { complete: false });
  expect(finding).toMatchObject({ level: 'error', remedy: "Write pathType: Prefix, as Ingress 'web' has it" });
});

test('says where the main one has another path', () => {
  const yaml = `${web}${canary({ host: 'web.localhost', path: '/wbe' })}`;
  expect(findingsIn(canaryWithoutMain, yaml)).toMatchObject([{ level: 'error', related: [{ line: 14 }] }]);
  expect(findingsIn(canaryWithoutMain, yaml, { complete: false })).toMatchObject([{ level: 'warning' }]);
  const type = `${ingress()}${canary({ type: 'Exact' })}`;
  expect(findingsIn(canaryWithoutMain, type)).toMatchObject([{ related: [{ line: 15 }] }]);
});

test('tells five paths at most', () => {
  const paths = ['a', 'b', 'c', 'd', 'e'].map(
    (path) => `          - {path: /${path}, pathType: Prefix, backend: {}}\n`,
  );
  const [finding] = findingsIn(canaryWithoutMain, `${ingress()}${paths.join('')}${canary({ path: '/z' })}`);
  expect(finding?.message).toMatch(/there is '\/web', '\/a', '\/b', '\/c', '\/d'$/);
  expect(finding?.related).toHaveLength(1);
});
