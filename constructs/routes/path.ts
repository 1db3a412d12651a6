import { type Place, refuse } from '../app/refusal';

/** What a path means: this page, all below it, or what an expression says. */
export type PathKind = 'exact' | 'prefix' | 'stripped' | 'regex';

// Characters that mean something in an expression and nothing in a path.
const EXPRESSION = /[()|*+?[\]{}^$\\]/;

/**
 * Which requests a route takes, and which path the pods get to see.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types
 */
export class Path {
  private constructor(
    /** What the path means. */
    public readonly kind: PathKind,
    /** The path, or the expression. */
    public readonly value: string,
    /** What the pods get to see, with `$1` for the first group; only for expressions. */
    public readonly rewriteTo?: string,
  ) {}

  /** This page and no other. */
  public static exact(path: string): Path {
    return new Path('exact', path);
  }

  /** This path and all below it; the pods see the whole path. */
  public static prefix(path: string): Path {
    return new Path('prefix', path);
  }

  /**
   * This path and all below it; the pods see it without the prefix, so that `/web/index.html`
   * becomes `/index.html`.
   */
  public static strippedPrefix(path: string): Path {
    return new Path('stripped', path);
  }

  /**
   * What a regular expression matches from the beginning of the path.
   *
   * @param rewriteTo what the pods get to see, with `$1` for the first group; a group that the
   * expression does not capture is refused
   */
  public static regex(expression: string, rewriteTo?: string): Path {
    return new Path('regex', expression, rewriteTo);
  }

  /** Refuses a path that cannot match what it says. */
  public check(place: Place): void {
    if (!this.value.startsWith('/')) {
      refuse(
        place,
        `the path '${this.value}' does not begin with '/'`,
        `Write '/${this.value.replace(/^[\^/]+/, '')}'`,
      );
    }
    if (this.kind === 'regex') this.checkGroups(place);
    else this.checkLiteral(place);
  }

  private checkLiteral(place: Place): void {
    if (/\/\/|\/\.{1,2}(?:\/|$)|%2f/i.test(this.value)) {
      refuse(
        place,
        `the path '${this.value}' contains '//', '/.', '/..' or '%2f', which the API server does not take`,
        'Write the path as clients send it',
      );
    }
    if (EXPRESSION.test(this.value)) {
      refuse(
        place,
        `the ${this.kind === 'exact' ? 'exact' : 'prefix'} path '${this.value}' contains a regular expression, which would be taken literally`,
        this.kind === 'stripped'
          ? 'Use Path.regex, and say what to rewrite to'
          : 'Use Path.regex or Path.strippedPrefix',
      );
    }
    if (this.kind === 'stripped' && this.value.endsWith('/')) {
      refuse(
        place,
        `the path '${this.value}' has nothing to strip after its last '/'`,
        this.value === '/' ? "Use Path.prefix('/')" : `Write '${this.value.replace(/\/+$/, '')}'`,
      );
    }
  }

  private checkGroups(place: Place): void {
    const groups = countGroups(place, this.value);
    const asked = Math.max(0, ...[...(this.rewriteTo ?? '').matchAll(/\$(\d)/g)].map(([, group]) => Number(group)));
    if (asked > groups) {
      refuse(
        place,
        `the path '${this.value}' is rewritten to '${this.rewriteTo}', and it captures ${groups} ${groups === 1 ? 'group' : 'groups'}`,
        groups === 0 ? 'Put what to keep into parentheses' : `Use $1${groups > 1 ? ` to $${groups}` : ''}`,
      );
    }
  }
}

function countGroups(place: Place, expression: string): number {
  try {
    return (new RegExp(`${expression}|`).exec('') as RegExpExecArray).length - 1;
  } catch {
    refuse(place, `the path '${expression}' is no regular expression`, 'Close what was opened, or use Path.prefix');
  }
}
