import { rewriteCollapsesPaths } from '../../../../checks/rules/routing/rewrite-collapses-paths';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const web = (target: string, path: string, type = 'Prefix', nginx: string[] = []) =>
  ingress({ nginx: [`rewrite-target: ${target}`, ...nginx], path, type });

describeRule(rewriteCollapsesPaths, {
  found: {
    'the root under a prefix': web("/ # ! Ingress 'web' rewrites everything below '/web' to '/'", '/web'),
    'another address': web("/app # ! Ingress 'web' rewrites everything below '/' to '/app'", '/'),
    'a group that the rewrite leaves out': web(
      "/ # ! Ingress 'web' rewrites everything below '/web(/|$)(.*)' to '/'",
      '/web(/|$)(.*)',
      'ImplementationSpecific',
    ),
    'an old version of the API': web("/ # ! Ingress 'web' rewrites everything below '/web' to '/'", '/web').replace(
      'networking.k8s.io/v1',
      'networking.k8s.io/v1beta1',
    ),
  },
  right: {
    'a group': web('/$2', '/web(/|$)(.*)', 'ImplementationSpecific'),
    'an exact path': web('/', '/web', 'Exact'),
    'the path itself': web('/', '/'),
    'an expression that ends': web('/', '/web$', 'ImplementationSpecific'),
    'a single file': web('/public/robots.txt', '/robots.txt'),
    'another site': web('https://example.org', '/web'),
    'a redirect, which comes first': web('/', '/web', 'Prefix', ['permanent-redirect: https://example.org']),
    'a canary, which has the rewrite of its main Ingress': canary({ nginx: ['rewrite-target: /'] }),
    'another controller': ingress({ nginx: ['rewrite-target: /'], spec: 'ingressClassName: traefik' }),
  },
});

test('writes what keeps the rest of the path', () => {
  const fix = (target: string, path: string) => findingsIn(rewriteCollapsesPaths, web(target, path))[0]?.remedy;
  const end = 'with pathType: ImplementationSpecific, and rewrite-target:';
  expect(fix('/', '/web')).toBe(`Write path: /web(/|$)(.*) ${end} /$2`);
  expect(fix('/app/', '/web/')).toBe(`Write path: /web(/|$)(.*) ${end} /app/$2`);
  expect(fix('/app', '/')).toBe(rewriteCollapsesPaths.remedy);
  expect(fix('/app', '/web/.*')).toBe(rewriteCollapsesPaths.remedy);
});

test('is one warning for all paths', () => {
  const more = `          - path: /b
            pathType: Prefix
            backend: {service: {name: b, port: {number: 80}}}`;
  expect(findingsIn(rewriteCollapsesPaths, `${web('/', '/web')}${more}`)).toMatchObject([
    { level: 'warning', remedy: rewriteCollapsesPaths.remedy, related: [{ line: 15 }, { line: 22 }] },
  ]);
});
