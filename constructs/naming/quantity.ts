import { type Place, refuse } from '../app/refusal';

// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
const QUANTITY = /^(\d+(?:\.\d*)?|\.\d+)(m|k|[MGTPE]|[KMGTPE]i)?$/;

// Kubernetes counts in thousandths, and so 9m and 0.009 are the same.
const THOUSANDTHS: Readonly<Record<string, number>> = {
  m: 1,
  '': 1e3,
  k: 1e6,
  M: 1e9,
  G: 1e12,
  T: 1e15,
  P: 1e18,
  E: 1e21,
  Ki: 1e3 * 2 ** 10,
  Mi: 1e3 * 2 ** 20,
  Gi: 1e3 * 2 ** 30,
  Ti: 1e3 * 2 ** 40,
  Pi: 1e3 * 2 ** 50,
  Ei: 1e3 * 2 ** 60,
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
  return Math.round(Number(digits) * (THOUSANDTHS[suffix ?? ''] as number)) / 1e3;
}
