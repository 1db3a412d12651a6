import { regexPathType } from '../../../../checks/rules/routing/regex-path-type';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const specific = 'ImplementationSpecific';
const off = "# ! Ingress 'web' has the expression '/web/.*', and nothing turns expressions on for any host";

describeRule(regexPathType, {
  found: {
    'an expression as a prefix': ingress({
      nginx: ['use-regex: "true"'],
      path: '/web(/|$)(.*)',
      type: "Prefix # ! Ingress 'web' has the expression '/web(/|$)(.*)' as Prefix; ingress-nginx v1.15.1 refuses it there",
    }),
    'an expression as an exact path': ingress({
      path: '/web/[a-z]+',
      type: "Exact # ! Ingress 'web' has the expression '/web/[a-z]+' as Exact; ingress-nginx v1.15.1 refuses it there",
    }),
    'the same on a canary': canary({
      path: '/web/.+',
      type: "Prefix # ! Ingress 'web-canary' has the expression '/web/.+' as Prefix; ingress-nginx v1.15.1 refuses it there",
    }),
    'nothing that turns expressions on': ingress({ path: `/web/.* ${off}`, type: specific }),
    'use-regex that says no': ingress({ nginx: ['use-regex: "false"'], path: `/web/.* ${off}`, type: specific }),
    'use-regex for another host': `${ingress({ path: `/web/.* ${off}`, type: specific })}${ingress({
      name: 'shop',
      host: 'shop.org',
      nginx: ['use-regex: "true"'],
    })}`,
    'use-regex on a canary alone': `${ingress({ path: `/web/.* ${off}`, type: specific })}${canary({
      nginx: ['use-regex: "true"'],
      path: '/web',
    })}`,
    'a rewrite to the path itself': ingress({
      nginx: ['rewrite-target: /web/.*'],
      path: `/web/.* ${off}`,
      type: specific,
    }),
  },
  right: {
    'use-regex': ingress({ nginx: ['use-regex: "true"'], path: '/web/.*', type: specific }),
    'a rewrite': ingress({ nginx: ['rewrite-target: /$1'], path: '/web/(.*)', type: specific }),
    'another Ingress of the host that turns them on': `${ingress({ path: '/web/.*', type: specific })}${ingress({
      name: 'shop',
      nginx: ['use-regex: "true"'],
      path: '/shop',
    })}`,
    'a canary beside a main one that turns them on': `${ingress({ nginx: ['use-regex: "true"'], path: '/web/.*', type: specific })}${canary({ path: '/web/.*', type: specific })}`,
    'a canary whose main one is elsewhere': canary({ path: '/web/.*', type: specific }),
    'plain text with a point, a dash and a tilde': ingress({ path: '/v1.0/my-app_~x' }),
    'a star for another controller': ingress({ path: '/*', type: specific, spec: 'ingressClassName: alb' }),
  },
});

test('is uncertain where another Ingress of the host may be elsewhere', () => {
  const options = { complete: false };
  expect(findingsIn(regexPathType, ingress({ path: '/web/.*', type: specific }), options)).toMatchObject([
    { level: 'warning' },
  ]);
  expect(findingsIn(regexPathType, ingress({ path: '/web/.*', type: 'Prefix' }), options)).toMatchObject([
    { level: 'error', related: [{ line: 14 }] },
  ]);
});

test('is one finding for all paths of an Ingress', () => {
  const more = `          - path: /b.*
            pathType: ImplementationSpecific
            backend: {service: {name: b, port: {number: 80}}}`;
  expect(findingsIn(regexPathType, `${ingress({ path: '/web/.*', type: specific })}${more}`)).toHaveLength(1);
});

test('says how to turn expressions on', () => {
  expect(findingsIn(regexPathType, ingress({ path: '/web/.*', type: specific }))).toMatchObject([
    { remedy: 'Add nginx.ingress.kubernetes.io/use-regex: "true"' },
  ]);
});
