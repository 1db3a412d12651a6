import { type Place, refuse } from '../app/refusal';
import { type CanaryRules, checkCanaryRules, type HeaderRule, type WeightRule } from './canary-rules';

/** What a canary looks at in a request. */
export interface CanaryRequest {
  /** Headers by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Cookies by name. */
  readonly cookies?: Readonly<Record<string, string>>;
}

/**
 * Which requests go to a new version. What is asked first: a header, then a cookie, then chance.
 *
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary
 */
export class Canary {
  private constructor(private readonly all: readonly CanaryRules[]) {}

  /** Requests with this header: `always` goes to the canary, `never` to the main one. */
  public static byHeader(name: string): Canary;
  /** Requests with this value of the header, and no others; `always` and `never` mean nothing then. */
  public static byHeader(name: string, value: string): Canary;
  public static byHeader(name: string, value?: string): Canary {
    return new Canary([{ header: value === undefined ? { name, by: 'switch' } : { name, by: 'value', value } }]);
  }

  /**
   * Requests whose header matches.
   *
   * @param pattern a regular expression that is found anywhere in the value unless it begins with
   * `^` and ends with `$`
   */
  public static byHeaderPattern(name: string, pattern: string): Canary {
    return new Canary([{ header: { name, by: 'pattern', pattern } }]);
  }

  /** Requests with this cookie: `always` goes to the canary, `never` to the main one. */
  public static byCookie(name: string): Canary {
    return new Canary([{ cookie: name }]);
  }

  /**
   * A share of all requests, by chance.
   *
   * @param weight from 0 to `total`
   * @param total at least 1
   */
  public static byWeight(weight: number, total = 100): Canary {
    return new Canary([{ weight: { weight, total } }]);
  }

  /** Several conditions: what the header leaves open the cookie decides, then the weight. */
  public static any(...canaries: readonly Canary[]): Canary {
    return new Canary(canaries.flatMap(({ all }) => all));
  }

  /** The checked conditions; each kind at most once. */
  public rules(place: Place): CanaryRules {
    const rules: { header?: HeaderRule; cookie?: string; weight?: WeightRule } = {};
    for (const rule of this.all) {
      for (const kind of Object.keys(rule)) {
        if (kind in rules)
          refuse(
            place,
            `the canary is chosen by two ${kind} conditions, and the second would be ignored`,
            `Keep one ${kind} condition`,
          );
      }
      Object.assign(rules, rule);
    }
    if (Object.keys(rules).length === 0)
      refuse(place, 'the canary has no condition', 'Say which requests it gets, for example Canary.byWeight(10)');
    checkCanaryRules(place, rules);
    return rules;
  }

  /** Where a request goes: to the canary, to the main one, or `chance` with this weight. */
  public decide(request: CanaryRequest): 'canary' | 'main' | WeightRule {
    const { header, cookie, weight } = this.rules('canary');
    return (
      (header && decideHeader(header, request.headers?.[header.name.toLowerCase()])) ??
      (cookie === undefined ? undefined : decideSwitch(request.cookies?.[cookie])) ??
      weight ??
      'main'
    );
  }
}

function decideHeader(rule: HeaderRule, given: string | undefined): 'canary' | 'main' | undefined {
  if (rule.by === 'switch' || given === undefined) return decideSwitch(given);
  const matches = rule.by === 'value' ? given === rule.value : new RegExp(rule.pattern).test(given);
  return matches ? 'canary' : undefined;
}

function decideSwitch(given: string | undefined): 'canary' | 'main' | undefined {
  return given === 'always' ? 'canary' : given === 'never' ? 'main' : undefined;
}
