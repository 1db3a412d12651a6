import { canaryUnreachable } from '../../../../checks/rules/routing/canary-unreachable';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

describeRule(canaryUnreachable, {
  found: {
    'neither header nor cookie nor weight': ingress({
      nginx: [`canary: "true" # ! Canary 'web' has no header, cookie or weight, so no request goes to it`],
    }),
    'a weight of nothing': canary({
      nginx: [
        `canary-weight: "0" # ! Canary 'web-canary' has weight 0 and no header or cookie, so no request goes to it`,
      ],
    }),
  },
  right: {
    'a weight': canary(),
    'a cookie': canary({ nginx: ['canary-by-cookie: canary'] }),
    'a weight of nothing beside a header': canary({ nginx: ['canary-by-header: canary', 'canary-weight: "0"'] }),
    'a value without its header, of which another rule speaks': canary({ nginx: ['canary-by-header-value: forsure'] }),
    'a pattern without its header, of which another rule speaks': canary({ nginx: ['canary-by-header-pattern: a'] }),
    'a main Ingress': ingress(),
  },
});

test('is a warning where the weight is there: somebody may raise it', () => {
  expect(findingsIn(canaryUnreachable, canary({ nginx: ['canary-weight: "0"'] }))).toMatchObject([
    { level: 'warning', remedy: 'Raise the weight when the new version may have traffic' },
  ]);
});
