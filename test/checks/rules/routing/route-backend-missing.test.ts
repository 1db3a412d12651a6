import { routeBackendMissing } from '../../../../checks/rules/routing/route-backend-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const service = (namespace = '', rest = '') => `
---
apiVersion: v1
kind: Service
metadata:
  name: web${namespace === '' ? '' : `\n  namespace: ${namespace}`}
spec:
  ports: [{name: http, port: 80, targetPort: 8000}]
  ${rest}
`;
const route = (backend: string, namespace = '', kind = 'HTTPRoute') => `
---
apiVersion: gateway.networking.k8s.io/v1
kind: ${kind}
metadata:
  name: web${namespace === '' ? '' : `\n  namespace: ${namespace}`}
spec:
  rules:
    - backendRefs:
        - ${backend}
`;
const grant = (from: string, to = '') => `
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: {name: web, namespace: shop}
spec:
  from: [{group: gateway.networking.k8s.io, ${from}}]
  to: [{group: "", kind: Service${to}}]
`;
const across = (mark = '') => `${service('shop')}${route('name: web', 'web')}          port: 80
          namespace: shop ${mark}`;
const refused =
  "# ! HTTPRoute 'web' of namespace 'web' leads to Service 'web' of 'shop', where no ReferenceGrant lets it";

describeRule(routeBackendMissing, {
  found: {
    'no such Service': `${service()}${route("name: wbe # ! HTTPRoute 'web' names Service 'wbe', which is not there in namespace 'default'")}          port: 80`,
    'the port of the pods': `${service()}${route('name: web')}          port: 8000 # ! HTTPRoute 'web' leads to port 8000 of Service 'web', which exposes 80 (http)`,
    'no port': `${service()}${route("name: web # ! GRPCRoute 'web' leads to Service 'web' and says no port", '', 'GRPCRoute')}`,
    'another Namespace without a grant': across(refused),
    'a grant for another Namespace': `${across(refused)}${grant('kind: HTTPRoute, namespace: other')}`,
    'a grant for another kind': `${across(refused)}${grant('kind: GRPCRoute, namespace: web')}`,
    'a grant for another Service': `${across(refused)}${grant('kind: HTTPRoute, namespace: web', ', name: other')}`,
    'a copy of the requests to nobody': `${service()}${route('name: web')}          port: 80
      filters:
        - type: RequestMirror
          requestMirror:
            backendRef:
              name: copy # ! HTTPRoute 'web' names Service 'copy', which is not there in namespace 'default'
              port: 80`,
  },
  right: {
    'a port that the Service exposes': `${service()}${route('name: web')}          port: 80`,
    'another Namespace with a grant': `${across()}${grant('kind: HTTPRoute, namespace: web')}`,
    'a grant for that Service': `${across()}${grant('kind: HTTPRoute, namespace: web', ', name: web')}`,
    'a backend of another kind': route('name: web').concat(
      '          kind: ServiceImport\n          group: multicluster.x-k8s.io',
    ),
    'a backend of another kind in no group': route('name: web').concat('          kind: Other'),
    'a Service of another group': route('name: web').concat('          group: net.example.com'),
    'a backend without a name': route('port: 80'),
    'one of two grants in one object': `${across()}${grant('kind: HTTPRoute, namespace: other}, {kind: HTTPRoute, namespace: web', ', name: a}, {kind: Service, name: web')}`,
    'a name of another domain': `${service('', 'type: ExternalName')}${route('name: web')}          port: 443`,
    'a Service that an operator makes': `${route('name: db')}          port: 80
---
apiVersion: postgresql.example.com/v1
kind: Cluster
metadata:
  name: db`,
  },
});

test('is uncertain where the Service or the grant may be elsewhere', () => {
  const options = { complete: false };
  expect(findingsIn(routeBackendMissing, route('name: web'), options)).toMatchObject([{ level: 'warning' }]);
  expect(findingsIn(routeBackendMissing, across(), options)).toMatchObject([{ level: 'warning' }]);
  const port = `${service()}${route('name: web')}          port: 8000`;
  expect(findingsIn(routeBackendMissing, port, options)).toMatchObject([
    { level: 'error', remedy: 'Write port: 80, which leads to port 8000 of the pods', related: [{ line: 8 }] },
  ]);
});

test('is a warning where -n may bring the route into the Namespace', () => {
  const yaml = `${service('shop')}${route('name: web')}          port: 80\n          namespace: shop`;
  expect(findingsIn(routeBackendMissing, yaml)).toMatchObject([{ level: 'warning' }]);
});

test('says what to add', () => {
  expect(findingsIn(routeBackendMissing, `${service()}${route('name: web')}`)).toMatchObject([
    { remedy: 'Add the port' },
  ]);
  expect(findingsIn(routeBackendMissing, across())).toMatchObject([
    { level: 'error', remedy: "Add a ReferenceGrant in 'shop' from HTTPRoute of 'web' to Service" },
  ]);
});
