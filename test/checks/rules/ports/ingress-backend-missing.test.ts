import { ingressBackendMissing } from '../../../../checks/rules/ports/ingress-backend-missing';
import { describeRule, findingsIn } from '../../rule-cases';

const path = (name: string) => `
          - path: /
            pathType: Prefix
            backend:
              service:
                port: {number: 80}
                name: ${name}`;

const ingress = (paths: string, namespace = '') => `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web${namespace}
spec:
  rules:
    - http:
        paths:${paths}`;

const service = (name: string, namespace = '') => `
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}${namespace}
spec:
  ports: [{port: 80}]`;

const inNamespace = (name: string) => `\n  namespace: ${name}`;
const notThere = "# ! Ingress 'web' names Service 'web', which is not there in namespace 'default'";

describeRule(ingressBackendMissing, {
  found: {
    'a Service that is not there': ingress(path(`web ${notThere}`)),
    'one Service behind several paths once': ingress(path(`web ${notThere}`) + path('web')),
    'two Services': ingress(
      path(`web ${notThere}`) +
        path("api # ! Ingress 'web' names Service 'api', which is not there in namespace 'default'"),
    ),
    'a Service of another Namespace': `${ingress(path("web # ! Ingress 'web' names Service 'web', which is not there in namespace 'a'"), inNamespace('a'))}${service('web', inNamespace('b'))}`,
    'a Service that goes where -n says': `${ingress(path("web # ! Ingress 'web' names Service 'web'; it is not in namespace 'a', and there is one in 'default'"), inNamespace('a'))}${service('web')}`,
    'a default backend': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  defaultBackend:
    service:
      name: web ${notThere}`,
    'a Service in the words of an older version': `
apiVersion: extensions/v1beta1
kind: Ingress
metadata: {name: web}
spec:
  rules:
    - http:
        paths:
          - backend:
              serviceName: web ${notThere}
              servicePort: 80`,
    'a Service beside a Certificate, which makes none': `${ingress(path(`web ${notThere}`))}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: web}`,
  },
  right: {
    'a Service that is there': ingress(path('web')) + service('web'),
    'the Service of the API itself': ingress(path('kubernetes')),
    'a bucket instead of a Service': `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web}
spec:
  defaultBackend: {resource: {apiGroup: example.com, kind: Bucket, name: pages}}`,
    'what an annotation describes': ingress(path('redirect')).replace('{number: 80}', '{name: use-annotation}'),
    'Services that an operator makes': `${ingress(path('search-es-http'))}
---
apiVersion: elasticsearch.k8s.elastic.co/v1
kind: Elasticsearch
metadata: {name: search}`,
    'a path without a backend, and rules that are none': `${ingress('\n          - path: /')}
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: odd}
spec: {rules: {http: 1}}`,
  },
});

test('names what was probably meant, and the other paths', () => {
  const yaml = ingress(path('wbe') + path('wbe')) + service('web');
  const [finding] = findingsIn(ingressBackendMissing, yaml, { complete: false });
  expect(finding).toMatchObject({
    level: 'warning',
    remedy: "Write 'web', which is there. Or declare Service 'wbe' external, if something else makes it",
    related: [{ file: 'case.yaml', line: 21, column: 17 }],
  });
});
