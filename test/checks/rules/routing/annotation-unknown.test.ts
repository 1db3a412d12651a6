import { KNOWN_ANNOTATIONS, REMOVED_ANNOTATIONS } from '../../../../checks/facts/nginx-annotations';
import { annotationUnknown } from '../../../../checks/rules/routing/annotation-unknown';
import { ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

describeRule(annotationUnknown, {
  found: {
    'a slip': ingress({
      nginx: [
        "rewrite-traget: / # ! Ingress 'web' has rewrite-traget, which ingress-nginx v1.15.1 does not know; did you mean 'rewrite-target'?",
      ],
    }),
    'a name of nothing': ingress({
      nginx: ["make-it-fast: / # ! Ingress 'web' has make-it-fast, which ingress-nginx v1.15.1 does not know"],
    }),
    'one of the past': ingress({
      nginx: ["secure-backends: / # ! Ingress 'web' has secure-backends, which ingress-nginx v1.15.1 no longer knows"],
    }),
    'a slip in the prefix': ingress({
      annotations: [
        "ngnix.ingress.kubernetes.io/use-regex: / # ! Ingress 'web' has ngnix.ingress.kubernetes.io/use-regex, which nobody reads; annotations of ingress-nginx begin with 'nginx.ingress.kubernetes.io/'",
      ],
    }),
    'three slips in the prefix': ingress({
      annotations: [
        "ngx.ingress.kubernetes.i/use-regex: / # ! Ingress 'web' has ngx.ingress.kubernetes.i/use-regex, which nobody reads; annotations of ingress-nginx begin with 'nginx.ingress.kubernetes.io/'",
      ],
    }),
    'a point for the slash': ingress({
      annotations: [
        "nginx.ingress.kubernetes.io.use-regex: / # ! Ingress 'web' has nginx.ingress.kubernetes.io.use-regex, which nobody reads; annotations of ingress-nginx begin with 'nginx.ingress.kubernetes.io/'",
      ],
    }),
  },
  right: {
    'known ones': ingress({ nginx: ['rewrite-target: /', 'canary-weight-total: "10"', 'x-forwarded-prefix: /web'] }),
    'an old name that is still read': ingress({
      nginx: ['whitelist-source-range: 10.0.0.0/8', 'limit-whitelist: 10.0.0.0/8'],
    }),
    'annotations of other controllers': ingress({
      annotations: [
        'alb.ingress.kubernetes.io/backend-protocol: HTTPS',
        'nginx.org/rewrite-target: /',
        'ingress.kubernetes.io/ssl-redirect: "true"',
        'traefik.ingress.kubernetes.io/affinity: "true"',
      ],
    }),
  },
});

test('writes the name that was meant, or what took its place', () => {
  const fix = (annotation: string) => findingsIn(annotationUnknown, ingress({ annotations: [annotation] }))[0]?.remedy;
  expect(fix('nginx.ingress.kubernetes.io/proxy-bdy-size: 8m')).toBe(
    'Write nginx.ingress.kubernetes.io/proxy-body-size',
  );
  expect(fix('nginx.ingress.kubernetes.io/secure-backends: a')).toBe('Use backend-protocol: HTTPS');
  expect(fix('nginx.ingres.kubernetes.io/affinity: cookie')).toBe('Write nginx.ingress.kubernetes.io/affinity');
});

test('knows whole names, and each of them once', () => {
  const all = [...KNOWN_ANNOTATIONS, ...REMOVED_ANNOTATIONS.keys()];
  expect(all.filter((name) => !/^[a-z\d]+(-[a-z\d]+)*$/.test(name))).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});
