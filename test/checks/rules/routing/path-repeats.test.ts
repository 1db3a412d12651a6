import { check } from '../../../../checks/engine';
import { fresh } from '../../../../checks/model/cluster';
import { ObjectSet } from '../../../../checks/model/object-set';
import { readSet } from '../../../../checks/read/read-set';
import { pathRepeats } from '../../../../checks/rules/routing/path-repeats';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const again = (path: string, type = 'Prefix') => `          - path: ${path}
            pathType: ${type}
            backend: {service: {name: other, port: {number: 80}}}
`;

describeRule(pathRepeats, {
  found: {
    'one path of two Ingresses': `${ingress()}${ingress({
      name: 'shop',
      path: "/web # ! Ingress 'shop' has path '/web' of any host, which Ingress 'web' has as well",
    })}`,
    'one path of two Ingresses of different Namespaces': `${ingress({ host: 'a.org', namespace: 'a' })}${ingress({
      host: 'a.org',
      namespace: 'b',
      path: "/web # ! Ingress 'web' has path '/web' of host 'a.org', which Ingress 'web' has as well",
    })}`,
    'one path of one Ingress': `${ingress()}${again("/web # ! Ingress 'web' has path '/web' of any host twice; the first one counts")}`,
    'two paths in common, once': `${ingress()}${again('/b')}${ingress({
      name: 'shop',
      path: "/web # ! Ingress 'shop' has path '/web' of any host, which Ingress 'web' has as well",
    })}${again('/b')}`,
  },
  right: {
    'one path as Prefix and as Exact': `${ingress()}${again('/web', 'Exact')}`,
    'a canary': `${ingress()}${canary()}`,
    'two hosts': `${ingress({ host: 'a.org' })}${ingress({ name: 'shop', host: 'b.org' })}`,
    'two classes': `${ingress()}${ingress({ name: 'shop', spec: 'ingressClassName: nginx-internal' })}`,
    'load balancers that each Ingress has for itself': ['a', 'b']
      .map((name) => ingress({ name, spec: 'ingressClassName: alb' }))
      .join(''),
    'one object twice, of which another rule speaks': `${ingress()}${ingress()}`,
  },
});

const findings = (complete: boolean) => {
  const files = ['a', 'b'].map((name) => ({ file: `${name}.yaml`, text: ingress({ name }), named: true }));
  const { objects } = readSet({ files, problems: [] });
  return check(new ObjectSet(objects, fresh({ complete })), [pathRepeats]);
};

test('is a warning where two files may be alternatives', () => {
  expect(findings(false)).toMatchObject([{ level: 'warning', related: [{ file: 'a.yaml' }] }]);
  expect(findings(false)[0]?.message).toMatch(/, unless the files are alternatives$/);
});

test('is an error where the set is all there is', () => {
  expect(findings(true)).toMatchObject([{ level: 'error' }]);
  expect(findings(true)[0]?.message).toMatch(/ has as well$/);
});

test('tells every path that one Ingress has twice', () => {
  const yaml = `${ingress()}${again('/b')}${again('/web')}${again('/b')}`;
  expect(findingsIn(pathRepeats, yaml)).toHaveLength(2);
});

test('goes by the controller of a class that is there', () => {
  const twice = (kind: string, annotations: string[] = []) =>
    ['a', 'b'].map((name) => ingress({ name, spec: `ingressClassName: ${kind}`, annotations })).join('');
  const ingressClass = (name: string, controller: string) => `
---
apiVersion: networking.k8s.io/v1
kind: IngressClass
metadata: {name: ${name}}
spec: {controller: ${controller}}
`;
  const count = (yaml: string) => findingsIn(pathRepeats, yaml).length;
  expect(count(`${twice('internal')}${ingressClass('internal', 'k8s.io/ingress-nginx')}`)).toBe(1);
  expect(count(`${twice('nginx')}${ingressClass('nginx', 'nginx.org/ingress-controller')}`)).toBe(0);
  expect(count(twice('nginx', ['nginx.org/server-tokens: "off"']))).toBe(0);
  expect(count(twice('internal', ['a.org/b: c', 'nginx.ingress.kubernetes.io/use-regex: "true"']))).toBe(1);
  expect(count(twice('internal', ['a.org/b: c']))).toBe(0);
});
