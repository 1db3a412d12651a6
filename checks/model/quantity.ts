import type { Field } from './field';

const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
  Pi: 1024 ** 5,
  Ei: 1024 ** 6,
};
const WRITTEN = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:[eE]([+-]?\d+)|([numkMGTPE]|[KMGTPE]i)?)$/;

/** An amount as Kubernetes writes it, such as `500m`, `1.5Gi` or `1e3`. */
export class Quantity {
  /** Nothing at all. */
  public static readonly zero = new Quantity(0);

  // Thousandths are exact where fractions of one would not add up.
  private constructor(private readonly thousandths: number) {}

  /** The amount that a field holds; undefined if it holds none. */
  public static of({ value }: Field): Quantity | undefined {
    return Quantity.parse(value);
  }

  /** The amount that somebody wrote; undefined if it is none. */
  public static parse(written: unknown): Quantity | undefined {
    if (typeof written === 'number') return new Quantity(Math.round(written * 1000));
    const [, digits, exponent, suffix = ''] = (typeof written === 'string' && WRITTEN.exec(written)) || [];
    if (digits === undefined) return undefined;
    const factor = exponent === undefined ? (SUFFIXES[suffix] as number) : 10 ** Number(exponent);
    return new Quantity(Math.round(Number(digits) * factor * 1000));
  }

  /** Both together. */
  public plus(other: Quantity): Quantity {
    return new Quantity(this.thousandths + other.thousandths);
  }

  /** So many of it. */
  public times(count: number): Quantity {
    return new Quantity(this.thousandths * count);
  }

  /** Whether it is more than another one. */
  public exceeds(other: Quantity): boolean {
    return this.thousandths > other.thousandths;
  }

  /** The larger of both. */
  public max(other: Quantity): Quantity {
    return this.exceeds(other) ? this : other;
  }

  /** As people write it: `1500m`, `2Gi`. */
  public toString(): string {
    if (this.thousandths % 1000 !== 0) return `${this.thousandths}m`;
    let whole = this.thousandths / 1000;
    let suffix = '';
    for (const next of ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']) {
      if (whole === 0 || whole % 1024 !== 0) break;
      whole /= 1024;
      suffix = next;
    }
    return `${whole}${suffix}`;
  }
}
