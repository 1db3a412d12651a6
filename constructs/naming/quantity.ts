import { type Place, refuse } from '../app/refusal';

// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
const QUANTITY = /^(\d+(?:\.\d*)?|\.\d+)(m|k|[MGTPE]|[KMGTPE]i)?$/;

const FACTORS: Readonly<Record<string, number>> = {
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/**
 * The size of a quantity such as `100m` or `64Mi` in its base unit (cores, bytes); refused when it
 * is not one.
 */
export function quantityOf(place: Place, what: string, quantity: string): number {
  const [, digits, suffix] = QUANTITY.exec(quantity) ?? [];
  if (digits === undefined) {
    refuse(
      place,
      `${what} '${quantity}' is not a quantity; allowed are a number and one of m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei`,
      "Write it like '250m' or '64Mi'",
    );
  }
  return Number(digits) * (FACTORS[suffix ?? ''] as number);
}
