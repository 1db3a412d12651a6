import { canaryMarkerMissing } from '../../../../checks/rules/routing/canary-marker-missing';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

describeRule(canaryMarkerMissing, {
  found: {
    'a weight without the marker': ingress({
      nginx: [
        `canary-weight: "10" # ! Ingress 'web' has canary-weight and no canary: "true"; it is a main Ingress like any other`,
      ],
    }),
    'a marker that says nothing': ingress({
      nginx: [
        `canary: "yes" # ! Ingress 'web' has canary-by-header, and canary: 'yes' does not switch it on`,
        'canary-by-header: canary',
      ],
    }),
    'a value without its header': canary({
      nginx: [
        "canary-by-header-value: forsure # ! Canary 'web-canary' has canary-by-header-value and no canary-by-header, so no header is looked at",
      ],
    }),
    'a pattern without its header, beside a cookie': canary({
      nginx: [
        'canary-by-cookie: canary',
        "canary-by-header-pattern: ^a$ # ! Canary 'web-canary' has canary-by-header-pattern and no canary-by-header, so no header is looked at",
      ],
    }),
  },
  right: {
    'a canary that somebody switched off': ingress({ nginx: ['canary: "false"', 'canary-weight: "10"'] }),
    'another word for true': ingress({ nginx: ['canary: "True"', 'canary-weight: "10"'] }),
    'a value with its header': canary({ nginx: ['canary-by-header: canary', 'canary-by-header-value: forsure'] }),
    'an Ingress that is none': ingress({ nginx: ['rewrite-target: /'] }),
  },
});

test('tells all annotations that are in vain', () => {
  const [finding] = findingsIn(
    canaryMarkerMissing,
    ingress({ nginx: ['canary-weight: "1"', 'canary-weight-total: "1000"'] }),
  );
  expect(finding?.related).toMatchObject([{ line: 9 }]);
});

test('says what to write', () => {
  const found = (yaml: string) => findingsIn(canaryMarkerMissing, yaml);
  expect(found(ingress({ nginx: ['canary: "yes"', 'canary-by-header: a', 'canary-weight: "1"'] }))).toMatchObject([
    { remedy: 'Write canary: "true"', related: [{ line: 9 }, { line: 10 }] },
  ]);
  expect(found(canary({ nginx: ['canary-by-header-value: a', 'canary-by-header-pattern: a'] }))).toMatchObject([
    {
      remedy: 'Add nginx.ingress.kubernetes.io/canary-by-header with the name of the header',
      related: [{ line: 10 }],
    },
  ]);
});
