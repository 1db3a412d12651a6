import type {
  HttpRouteSpecRules,
  HttpRouteSpecRulesBackendRefs,
  HttpRouteSpecRulesFilters,
  HttpRouteSpecRulesMatchesHeaders,
  HttpRouteSpecRulesMatchesPath,
} from '../../imports/gateway.networking.k8s.io';
import type { Plain } from '../app/kubernetes-object';
import { type Place, refuse } from '../app/refusal';
import type { ServicePort } from '../services/service-port';
import type { HeaderRule } from './canary-rules';
import type { Gateway } from './gateway';
import type { HttpRouteCanary } from './http-route';
import type { Path } from './path';
import type { CheckedRoute } from './route';

/** One rule of an HTTPRoute. */
export type RuleSpec = Plain<HttpRouteSpecRules>;
type Backend = Plain<HttpRouteSpecRulesBackendRefs>;
type Filter = Plain<HttpRouteSpecRulesFilters>;
type Header = Plain<HttpRouteSpecRulesMatchesHeaders>;
type Rule = (backendRefs: readonly Backend[], headers?: readonly Header[]) => RuleSpec;

/** The rules of one route: first those for the header of a canary, then the rule for the rest. */
export function httpRouteRules(
  place: Place,
  gateway: Gateway,
  { path, to }: CheckedRoute,
  canary?: HttpRouteCanary,
): RuleSpec[] {
  const match = matchOf(place, gateway, path);
  const filters = filtersOf(path);
  const main = backend(to);
  const rule: Rule = (backendRefs, headers) => ({
    matches: [{ path: match, ...(headers && { headers }) }],
    ...(filters && { filters }),
    backendRefs,
  });
  if (canary === undefined) return [rule([main])];
  const { header, cookie, weight } = canary.canary.rules(place);
  if (cookie !== undefined) {
    refuse(
      place,
      `the canary is chosen by the cookie '${cookie}', which the Gateway API cannot ask for`,
      'Choose it by a header or by weight',
    );
  }
  const other = backend(canary.to);
  const rest = weight
    ? [
        { ...main, weight: weight.total - weight.weight },
        { ...other, weight: weight.weight },
      ]
    : [main];
  return [...(header ? headerRules(place, gateway, header, rule, { main, other }) : []), rule(rest)];
}

function headerRules(
  place: Place,
  gateway: Gateway,
  header: HeaderRule,
  rule: Rule,
  { main, other }: Record<'main' | 'other', Backend>,
): RuleSpec[] {
  const { name } = header;
  if (header.by === 'switch')
    return [rule([other], [{ name, value: 'always' }]), rule([main], [{ name, value: 'never' }])];
  if (header.by === 'value') return [rule([other], [{ name, value: header.value }])];
  checkExpressions(place, gateway, `the pattern '${header.pattern}'`);
  return [rule([other], [{ name, type: 'RegularExpression', value: header.pattern }])];
}

function matchOf(
  place: Place,
  gateway: Gateway,
  { kind, value, rewriteTo }: Path,
): Plain<HttpRouteSpecRulesMatchesPath> {
  if (kind === 'exact') return { type: 'Exact', value };
  if (kind !== 'regex') return { type: 'PathPrefix', value };
  if (rewriteTo !== undefined) {
    refuse(
      place,
      `the path '${value}' is rewritten to '${rewriteTo}', which the Gateway API cannot do with groups`,
      'Use Path.strippedPrefix',
    );
  }
  checkExpressions(place, gateway, `the path '${value}'`);
  return { type: 'RegularExpression', value };
}

// The standard leaves expressions to the implementation.
function checkExpressions(place: Place, { name, regularExpressions }: Gateway, what: string): void {
  if (regularExpressions) return;
  refuse(
    place,
    `${what} is a regular expression, and nothing says that Gateway '${name}' matches these`,
    'Match exactly, or make the Gateway with regularExpressions: true if its implementation has them',
  );
}

function backend({ service, number }: ServicePort): Backend {
  return { name: service.name, port: number };
}

function filtersOf({ kind }: Path): Filter[] | undefined {
  if (kind !== 'stripped') return undefined;
  const type = 'ReplacePrefixMatch';
  return [{ type: 'URLRewrite', urlRewrite: { path: { type, replacePrefixMatch: '/' } } }];
}
