import { isFilledInLater } from '../../facts/name-syntax';
import type { Field } from '../../model/field';
import { Quantity } from '../../model/quantity';
import type { Problem, Rule } from '../../rule';
import { amountsIn } from '../../views/amounts';

/** An amount that Kubernetes cannot read, or that cannot be meant. */
export const quantityInvalid: Rule = {
  id: 'quantity-invalid',
  subject: 'schema',
  level: 'error',
  reason: 'Amounts have the suffixes of Kubernetes: Ki, Mi, Gi for memory, m for thousandths; others are refused.',
  remedy: 'Write a number with m, k, M, G, T, Ki, Mi, Gi or Ti, or none',
  bad: `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      resources:
        requests:
          memory: 64MB
`,
  good: `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      resources:
        requests:
          memory: 64M
`,
  *check(set) {
    for (const object of set.objects)
      for (const field of amountsIn(object)) {
        const problem = unreadable(field) ?? negative(field) ?? wrongUnit(field) ?? aboveLimit(field);
        if (problem !== undefined) yield problem;
      }
  },
};

function unreadable(at: Field): Problem | undefined {
  const { text } = at;
  if (text === undefined || isFilledInLater(text) || Quantity.parse(text) !== undefined) return undefined;
  const meant = meantBy(text);
  return {
    at,
    message: text === '' ? `${nameOf(at)} is empty` : `${nameOf(at)} is '${text}', which is no amount`,
    ...(meant !== undefined && { fix: `Write ${meant}` }),
  };
}

function negative(at: Field): Problem | undefined {
  return Quantity.zero.exceeds(Quantity.of(at) ?? Quantity.zero)
    ? { at, message: `${nameOf(at)} is ${at.value}, which is less than nothing` }
    : undefined;
}

// Thousandths of a byte, and thousands of processors.
function wrongUnit(at: Field): Problem | undefined {
  const [, side, key] = at.path.slice(-3);
  if (side !== 'requests' && side !== 'limits') return undefined;
  const written = String(at.value);
  if (/memory|storage/.test(String(key)) && /^[\d.]+m$/.test(written))
    return {
      at,
      message: `${nameOf(at)} is '${written}': thousandths of a byte`,
      ...(side === 'requests' && { level: 'warning' as const }),
      fix: `Write ${written.replace('m', 'Mi')}`,
    };
  if (key === 'cpu' && /[\dKMGT]i$|[\d][MGT]$/.test(written))
    return { at, message: `${nameOf(at)} is '${written}', more than any node has`, fix: CPU };
  return undefined;
}

// A request of more than the limit of the same resource.
function aboveLimit(at: Field): Problem | undefined {
  const [side, key] = at.path.slice(-2);
  if (side !== 'requests' || key === undefined) return undefined;
  const limit = at.object.field(...at.path.slice(0, -2), 'limits', key);
  const most = Quantity.of(limit);
  if (most === undefined || Quantity.of(at)?.exceeds(most) !== true) return undefined;
  return { at, message: `${nameOf(at)} is ${at.value}, more than its limit of ${limit.value}`, related: [limit] };
}

const CPU = 'Write a number of processors, such as 0.5 or 500m';

function nameOf(at: Field): string {
  return at.path.slice(-2).join('.');
}

// The suffix in the letters of Kubernetes: 64MB, 1 Gi, 500mb, 2gi, 1,5Gi.
function meantBy(text: string): string | undefined {
  const [, number = '', suffix = ''] = /^\s*([\d.,]+)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const letter = suffix.charAt(0);
  const better = /^[kmgtpe]i?b?$/i.test(suffix)
    ? `${/i/i.test(suffix) ? `${letter.toUpperCase()}i` : letter === 'K' || letter === 'k' ? 'k' : letter.toUpperCase()}`
    : '';
  const written = `${number.replace(',', '.')}${better}`;
  return suffix !== '' && better === '' ? undefined : Quantity.parse(written) && written;
}
