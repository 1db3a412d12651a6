import { routeParentMissing } from '../../../../checks/rules/routing/route-parent-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const gateway = (listener = '', namespace = '') => `
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: kind${namespace === '' ? '' : `\n  namespace: ${namespace}`}
spec:
  gatewayClassName: eg
  listeners:
    - name: http
      port: 80
      protocol: HTTP
${listener}
`;
const route = (parent: string, namespace = '') => `
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web${namespace === '' ? '' : `\n  namespace: ${namespace}`}
spec:
  parentRefs:
    - ${parent}
`;
const all = '      allowedRoutes: {namespaces: {from: All}}';

describeRule(routeParentMissing, {
  found: {
    'no such Gateway': `${gateway()}${route("name: knd # ! HTTPRoute 'web' names Gateway 'knd', which is not there in namespace 'default'")}`,
    'no such listener': `${gateway()}${route('name: kind')}      sectionName: htp # ! HTTPRoute 'web' names listener 'htp' of Gateway 'kind', which has 'http'; did you mean 'http'?`,
    'no such port': `${gateway()}${route('name: kind')}      port: 8080 # ! HTTPRoute 'web' names port 8080 of Gateway 'kind', whose listeners have 80`,
    'a Gateway without listeners': `${gateway().replace(/listeners:[\s\S]*HTTP/, 'listeners: []')}${route("name: kind # ! HTTPRoute 'web' names Gateway 'kind', which has no listener")}`,
    'a Gateway for its own Namespace': `${gateway('', 'infra')}${route("name: kind # ! HTTPRoute 'web' is in namespace 'web', and Gateway 'kind' takes routes of 'infra' only", 'web')}      namespace: infra`,
    'a Gateway of another Namespace, where -n may be meant': `${gateway('', 'infra')}${route("name: kind # ! HTTPRoute 'web' names Gateway 'kind'; it is not in namespace 'default', and there is one in 'infra'")}`,
    'no such Service in a mesh': route(
      "name: web # ! HTTPRoute 'web' names Service 'web', which is not there in namespace 'default'",
    ).concat('      kind: Service\n      group: ""'),
  },
  right: {
    'a listener by its name and port': `${gateway()}${route('name: kind')}      sectionName: http\n      port: 80`,
    'a Gateway for all Namespaces': `${gateway(all, 'infra')}${route('name: kind', 'web')}      namespace: infra`,
    'one of two listeners for all Namespaces': `${gateway('    - {name: b, port: 81, protocol: HTTP, allowedRoutes: {namespaces: {from: All}}}', 'infra')}${route('name: kind', 'web')}      namespace: infra`,
    'a Gateway that asks for labels': `${gateway(all.replace('All', 'Selector'), 'infra')}${route('name: kind', 'web')}      namespace: infra`,
    'a parent of another kind': route('name: kind').concat(
      '      kind: XListenerSet\n      group: gateway.networking.x-k8s.io',
    ),
    'a parent of another kind in the group': route('name: kind').concat('      kind: Other'),
    'a Gateway of another group': route('name: kind').concat('      group: networking.istio.io'),
    'a parent without a name': route('port: 80'),
    'a route without parents': route('name: kind').replace(/parentRefs:[\s\S]*/, 'hostnames: []'),
  },
});

test('is uncertain where the Gateway may be elsewhere', () => {
  expect(findingsIn(routeParentMissing, route('name: kind'), { complete: false })).toMatchObject([
    { level: 'warning' },
  ]);
  const yaml = `${gateway()}${route('name: kind')}      sectionName: htp`;
  expect(findingsIn(routeParentMissing, yaml, { complete: false })).toMatchObject([
    { level: 'error', remedy: 'Write sectionName: http', related: [{ line: 9 }] },
  ]);
});

test('is a warning where -n may bring route and Gateway together', () => {
  const shut = (namespace: string) => `${gateway('', 'infra')}${route('name: kind', namespace)}      namespace: infra`;
  expect(findingsIn(routeParentMissing, shut(''))).toMatchObject([{ level: 'warning' }]);
  expect(findingsIn(routeParentMissing, shut('web'))).toMatchObject([{ level: 'error' }]);
});

test('says where the listeners are', () => {
  const found = (end: string) => findingsIn(routeParentMissing, `${gateway()}${route('name: kind')}${end}`);
  expect(found('      port: 8080')).toMatchObject([{ related: [{ line: 9 }] }]);
  const shut = `${gateway('', 'infra')}${route('name: kind', 'web')}      namespace: infra`;
  expect(findingsIn(routeParentMissing, shut)).toMatchObject([
    {
      remedy: 'Write allowedRoutes.namespaces.from: All into the listener, or a Selector that means this Namespace',
      related: [{ line: 11 }],
    },
  ]);
});

test('says that the listeners have no names', () => {
  const yaml = `${gateway().replace('- name: http\n      port', '- port')}${route('name: kind')}      sectionName: a`;
  expect(findingsIn(routeParentMissing, yaml)[0]?.message).toMatch(/, which has none$/);
});
