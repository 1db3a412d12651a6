import { canaryWeightInvalid } from '../../../../checks/rules/routing/canary-weight-invalid';
import { canary } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

describeRule(canaryWeightInvalid, {
  found: {
    'a per cent sign': canary({
      nginx: [
        `canary-weight: 10% # ! Canary 'web-canary' has '10%' as canary-weight, which is no whole number of at least 0`,
      ],
    }),
    'a negative number': canary({
      nginx: [
        `canary-weight: "-1" # ! Canary 'web-canary' has '-1' as canary-weight, which is no whole number of at least 0`,
      ],
    }),
    'more than a hundred': canary({
      nginx: [`canary-weight: "200" # ! Canary 'web-canary' has weight 200 of 100, so it takes everything`],
    }),
    'more than the total': canary({
      nginx: [
        `canary-weight: "60" # ! Canary 'web-canary' has weight 60 of 50, so it takes everything`,
        'canary-weight-total: "50"',
      ],
    }),
    'a total of nothing': canary({
      nginx: [
        'canary-weight: "60"',
        `canary-weight-total: "0" # ! Canary 'web-canary' has '0' as canary-weight-total, which is no whole number of at least 1`,
      ],
    }),
  },
  right: {
    'everything, at the end of a rollout': canary({ nginx: ['canary-weight: "100"'] }),
    'nothing yet': canary({ nginx: ['canary-weight: "0"'] }),
    'a weight of a larger total': canary({ nginx: ['canary-weight: "500"', 'canary-weight-total: "1000"'] }),
    'a header and no weight': canary({ nginx: ['canary-by-header: canary'] }),
  },
});

test('writes the number without its sign', () => {
  const [finding] = findingsIn(canaryWeightInvalid, canary({ nginx: ['canary-weight: "10 %"'] }));
  expect(finding?.remedy).toBe('Write "10"');
});

test('says where the total is', () => {
  const found = (nginx: string[]) => findingsIn(canaryWeightInvalid, canary({ nginx }))[0]?.related;
  expect(found(['canary-weight: "60"', 'canary-weight-total: "50"'])).toMatchObject([{ line: 10 }]);
  expect(found(['canary-weight: "160"'])).toEqual([]);
});
