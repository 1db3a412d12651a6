import { ingressClassAnnotation } from '../../../../checks/rules/routing/ingress-class-annotation';
import { ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const none = 'defaultBackend: {service: {name: web, port: {number: 80}}}';
const old = (value: string) => [`kubernetes.io/ingress.class: ${value}`];

describeRule(ingressClassAnnotation, {
  found: {
    'the annotation alone': ingress({
      spec: none,
      annotations: old("nginx # ! Ingress 'web' has its class 'nginx' in the old annotation"),
    }),
    'two that differ': ingress({
      annotations: old(
        "traefik # ! Ingress 'web' has class 'traefik' in the old annotation and 'nginx' in ingressClassName; the API server refuses two that differ",
      ),
    }),
  },
  right: {
    'the field': ingress(),
    'both with one class': ingress({ annotations: old('nginx') }),
    'a version that has no field': ingress({ spec: none, annotations: old('nginx') }).replace('io/v1', 'io/v1beta1'),
    'the classes of GKE, which have no object': ingress({ spec: none, annotations: old('gce-internal') }),
  },
});

test('is certain of two that differ', () => {
  expect(findingsIn(ingressClassAnnotation, ingress({ annotations: old('traefik') }))).toMatchObject([
    { level: 'error', remedy: 'Take out the annotation', related: [{ line: 10 }] },
  ]);
  expect(findingsIn(ingressClassAnnotation, ingress({ spec: none, annotations: old('nginx') }))).toMatchObject([
    { level: 'warning', remedy: 'Write spec.ingressClassName: nginx instead of the annotation' },
  ]);
});
