import { type Place, refuse } from '../app/refusal';

/**
 * IPv4 addresses from one to another, both included: what an address pool hands out.
 */
export class AddressRange {
  private constructor(
    private readonly first: number,
    private readonly last: number,
  ) {}

  /**
   * Reads `172.18.255.1-172.18.255.250` or `172.18.0.0/16`; refused when it is neither or reversed.
   *
   * @param place whom a message names: a construct or a setting
   */
  public static parse(place: Place, text: string): AddressRange {
    const [from, to, ...rest] = text.split('-').map((end) => end.trim());
    const [base, bits, ...more] = text.trim().split('/');
    if (bits !== undefined) return AddressRange.ofNetwork(place, text, numberOf(base), [bits, ...more].join('/'));
    const first = numberOf(from);
    const last = numberOf(to);
    if (first === undefined || last === undefined || rest.length > 0) {
      refuse(
        place,
        `'${text}' is no range of IPv4 addresses`,
        "Write it like '172.18.255.1-172.18.255.250' or '172.18.0.0/16'",
      );
    }
    if (last < first) refuse(place, `the range '${text}' is reversed`, `Write '${to}-${from}'`);
    return new AddressRange(first, last);
  }

  private static ofNetwork(place: Place, text: string, base: number | undefined, bits: string): AddressRange {
    if (base === undefined || !/^(?:[0-9]|[12][0-9]|3[0-2])$/.test(bits)) {
      refuse(place, `'${text}' is no IPv4 network`, "Write it like '172.18.0.0/16'");
    }
    const size = 2 ** (32 - Number(bits));
    const first = Math.floor(base / size) * size;
    return new AddressRange(first, first + size - 1);
  }

  /** How many addresses there are. */
  public get size(): number {
    return this.last - this.first + 1;
  }

  /**
   * The address at a place in this range.
   *
   * @param position 1 for the first one; outside the range is refused
   */
  public nth(place: Place, position: number): string {
    if (!Number.isInteger(position) || position < 1 || position > this.size)
      refuse(place, `the range ${this} has no address number ${position}`, `Take one from 1 to ${this.size}`);
    return textOf(this.first + position - 1);
  }

  /**
   * This range in two parts.
   *
   * @param count how many addresses the first part gets; refused when none is left for the second
   */
  public split(place: Place, count: number): [AddressRange, AddressRange] {
    if (!Number.isInteger(count) || count < 1 || count >= this.size)
      refuse(
        place,
        `the range ${this} has ${this.size} addresses, which cannot be split after ${count}`,
        `Give it at least ${count + 1}`,
      );
    return [new AddressRange(this.first, this.first + count - 1), new AddressRange(this.first + count, this.last)];
  }

  /** Whether an address, or every address of a range, lies in this one. */
  public contains(other: AddressRange | string): boolean {
    if (other instanceof AddressRange) return this.first <= other.first && other.last <= this.last;
    const address = numberOf(other);
    return address !== undefined && this.first <= address && address <= this.last;
  }

  /** Whether the two share an address. */
  public overlaps(other: AddressRange): boolean {
    return this.first <= other.last && other.first <= this.last;
  }

  /** As MetalLB reads it. */
  public toString(): string {
    return `${textOf(this.first)}-${textOf(this.last)}`;
  }
}

function numberOf(text: string | undefined): number | undefined {
  const parts = (text ?? '').split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

function textOf(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
