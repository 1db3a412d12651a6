import { canaryAnnotationIgnored } from '../../../../checks/rules/routing/canary-annotation-ignored';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

describeRule(canaryAnnotationIgnored, {
  found: {
    'a rewrite of its own': canary({
      nginx: ["rewrite-target: /$3 # ! Canary 'web-canary' has rewrite-target, which ingress-nginx ignores there"],
    }),
    'several, once': canary({
      nginx: [
        "proxy-body-size: 8m # ! Canary 'web-canary' has proxy-body-size, limit-rps, which ingress-nginx ignores there",
        'limit-rps: "5"',
      ],
    }),
    'another value than that of the main one': `${ingress({ nginx: ['rewrite-target: /$2'] })}${canary({
      nginx: ["rewrite-target: /$3 # ! Canary 'web-canary' has rewrite-target, which ingress-nginx ignores there"],
    })}`,
    'a pattern beside a value': canary({
      nginx: [
        'canary-by-header: Region',
        'canary-by-header-value: cd',
        "canary-by-header-pattern: ^cd$ # ! Canary 'web-canary' has a value and a pattern for its header; the pattern is ignored",
      ],
    }),
  },
  right: {
    'a copy of what the main one says': `${ingress({ nginx: ['rewrite-target: /$2'] })}${canary({
      nginx: ['rewrite-target: /$2', 'canary-weight: "10"'],
    })}`,
    'the ways to spread requests, which are of the Service': canary({
      nginx: ['load-balance: ewma', 'upstream-hash-by: $request_uri', 'affinity: cookie', 'session-cookie-name: web'],
    }),
    'an annotation for somebody else': canary({ annotations: ['example.org/owner: web'] }),
    'a value for its header': canary({ nginx: ['canary-by-header: a', 'canary-by-header-value: b'] }),
    'a pattern for its header': canary({ nginx: ['canary-by-header: a', 'canary-by-header-pattern: b'] }),
    'a main Ingress': ingress({ nginx: ['rewrite-target: /$3'] }),
  },
});

test('is a warning with all places', () => {
  const [finding] = findingsIn(canaryAnnotationIgnored, canary({ nginx: ['limit-rps: "5"', 'limit-rpm: "9"'] }));
  expect(finding).toMatchObject({ level: 'warning', related: [{ line: 10 }] });
});

test('asks for one of value and pattern', () => {
  const nginx = ['canary-by-header: a', 'canary-by-header-value: b', 'canary-by-header-pattern: c'];
  expect(findingsIn(canaryAnnotationIgnored, canary({ nginx }))).toMatchObject([
    { remedy: 'Leave one of the two', related: [{ line: 10 }] },
  ]);
});
