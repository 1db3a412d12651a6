import * as fc from 'fast-check';
import { Canary, type CanaryRequest, type WeightRule } from '../../../constructs';

/** The conditions of a canary as a table: what its header, its cookie and its weight say. */
export interface Conditions {
  readonly header?: { readonly value?: string; readonly pattern?: string };
  readonly cookie?: true;
  readonly weight?: readonly [weight: number, total: number];
}

const VALUES = ['always', 'never', 'v2', 'v2-beta', 'v10', ''];

// Which of the values a pattern is found in.
const MATCHES: Readonly<Record<string, readonly string[]>> = {
  '^v[0-9]+$': ['v2', 'v10'],
  beta: ['v2-beta'],
  '^(always|v2)': ['always', 'v2', 'v2-beta'],
  never: ['never'],
};

const header = fc.oneof(
  fc.constant({}),
  fc.record({ value: fc.constantFrom('v2', 'v10', 'always', 'never') }),
  fc.record({ pattern: fc.constantFrom(...Object.keys(MATCHES)) }),
);
const weight = fc
  .integer({ min: 1, max: 1000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

export const conditionsOf: fc.Arbitrary<Conditions> = fc
  .record({ header, cookie: fc.constant(true as const), weight }, { requiredKeys: [] })
  .filter((conditions) => Object.keys(conditions).length > 0);

export const requests: fc.Arbitrary<CanaryRequest> = fc.record(
  {
    headers: fc.dictionary(fc.constantFrom('x-canary', 'version'), fc.constantFrom(...VALUES)),
    cookies: fc.dictionary(fc.constantFrom('canary', 'x-canary'), fc.constantFrom(...VALUES)),
  },
  { requiredKeys: [] },
);

/** A canary with these conditions, given from the last to the first. */
export function canaryOf({ header, cookie, weight }: Conditions): Canary {
  const canaries: Canary[] = [];
  if (weight) canaries.push(Canary.byWeight(...weight));
  if (cookie) canaries.push(Canary.byCookie('canary'));
  if (header?.pattern !== undefined) canaries.push(Canary.byHeaderPattern('X-Canary', header.pattern));
  else if (header?.value !== undefined) canaries.push(Canary.byHeader('X-Canary', header.value));
  else if (header) canaries.push(Canary.byHeader('X-Canary'));
  return Canary.any(...canaries);
}

/** The steps of ingress-nginx: a header that decides, then a cookie that decides, then chance. */
export function decisionOf({ header, cookie, weight }: Conditions, request: CanaryRequest) {
  const steps: ('canary' | 'main' | WeightRule | undefined)[] = [
    header && headerSays(header, request.headers?.['x-canary'] ?? 'nothing'),
    cookie && SWITCH[request.cookies?.canary ?? 'nothing'],
    weight && { weight: weight[0], total: weight[1] },
    'main',
  ];
  return steps.find((step) => step !== undefined);
}

const SWITCH: Readonly<Record<string, 'canary' | 'main'>> = { always: 'canary', never: 'main' };

function headerSays(
  { value, pattern }: NonNullable<Conditions['header']>,
  sent: string,
): 'canary' | 'main' | undefined {
  if (value === undefined && pattern === undefined) return SWITCH[sent];
  const taken = value === undefined ? MATCHES[pattern ?? ''] : [value];
  return taken?.includes(sent) ? 'canary' : undefined;
}

/** The annotations in which ingress-nginx reads these conditions. */
export function annotationsOf({ header, cookie, weight }: Conditions): Record<string, string> {
  const prefix = 'nginx.ingress.kubernetes.io/canary';
  const annotations: Record<string, string> = { [prefix]: 'true' };
  if (header) annotations[`${prefix}-by-header`] = 'X-Canary';
  if (header?.value !== undefined) annotations[`${prefix}-by-header-value`] = header.value;
  if (header?.pattern !== undefined) annotations[`${prefix}-by-header-pattern`] = header.pattern;
  if (cookie) annotations[`${prefix}-by-cookie`] = 'canary';
  if (weight) annotations[`${prefix}-weight`] = `${weight[0]}`;
  if (weight && weight[1] !== 100) annotations[`${prefix}-weight-total`] = `${weight[1]}`;
  return annotations;
}
