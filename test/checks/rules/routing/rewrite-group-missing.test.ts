import { rewriteGroupMissing } from '../../../../checks/rules/routing/rewrite-group-missing';
import { canary, ingress } from '../../ingress-manifests';
import { describeRule, findingsIn } from '../../rule-cases';

const web = (target: string, path: string, type = 'ImplementationSpecific') =>
  ingress({ nginx: [`rewrite-target: ${target}`], path, type });

describeRule(rewriteGroupMissing, {
  found: {
    'one group too few': web("/$2 # ! Ingress 'web' rewrites to '/$2'; path '/web/(.*)' has 1 group", '/web/(.*)'),
    'no group at all': web("/$1 # ! Ingress 'web' rewrites to '/$1'; path '/web' has no group", '/web', 'Prefix'),
    'groups that keep nothing': web(
      String.raw`/$1 # ! Ingress 'web' rewrites to '/$1'; path '/web(?:/|$)\([(]' has no group`,
      String.raw`/web(?:/|$)\([(]`,
    ),
    'a second path without groups': `${web("/$2 # ! Ingress 'web' rewrites to '/$2'; path '/b' has no group", '/web(/|$)(.*)')}          - path: /b
            pathType: Prefix
            backend: {service: {name: b, port: {number: 80}}}`,
  },
  right: {
    'as many groups': web('/$2', '/web(/|$)(.*)'),
    'more groups': web('/$1', '/web/(.*)(x)'),
    'a group with a name': web('/$1', '/web/(?<rest>.*)'),
    'a variable of nginx': web('/$uri', '/web'),
    'an exact path, of which nothing is left to keep': web('/$1', '/web', 'Exact'),
    'a canary, which has the rewrite of its main Ingress': canary({ nginx: ['rewrite-target: /$3'] }),
  },
});

test('writes the last group where the number is one too high', () => {
  const [finding] = findingsIn(rewriteGroupMissing, web('/$3', '/web(/|$)(.*)'));
  expect(finding?.remedy).toBe("Write '/$2'");
  expect(finding?.related).toMatchObject([{ line: 15 }]);
});

test('writes nothing where another path has the group', () => {
  const other = `${web('/$2', '/web(/|$)(.*)')}          - path: /b/(.*)
            pathType: ImplementationSpecific
            backend: {service: {name: b, port: {number: 80}}}`;
  expect(findingsIn(rewriteGroupMissing, web('/$1', '/web'))[0]?.remedy).toBe(rewriteGroupMissing.remedy);
  expect(findingsIn(rewriteGroupMissing, other)[0]?.remedy).toBe(rewriteGroupMissing.remedy);
  expect(findingsIn(rewriteGroupMissing, web('/$3/$1', '/web(/|$)(.*)'))[0]?.remedy).toBe(rewriteGroupMissing.remedy);
});
