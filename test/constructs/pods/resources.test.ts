import * as fc from 'fast-check';
import { type ResourceAmount, Resources } from '../../../constructs';
import { containerOf, containerRefusal } from './pod-of';

const MIB = { cpu: '1m', memory: '1Mi' };
const FACTORS = { '': 1n, k: 10n ** 3n, M: 10n ** 6n, G: 10n ** 9n, Ki: 2n ** 10n, Mi: 2n ** 20n, Gi: 2n ** 30n };

const memory = fc.tuple(fc.nat(4096), fc.constantFrom(...(Object.keys(FACTORS) as (keyof typeof FACTORS)[])));

function expectOrder(requests: ResourceAmount, limits: ResourceAmount, allowed: boolean, refusal: RegExp): void {
  const resources = Resources.of(requests, limits);
  if (allowed) expect(containerOf({ resources }).resources).toEqual({ requests, limits });
  else expect(containerRefusal({ resources })).toMatch(refusal);
}

describe('Resources', () => {
  test('small promises 50m/32Mi and allows 200m/128Mi', () => {
    expect(containerOf({ resources: Resources.small() }).resources).toEqual({
      requests: { cpu: '50m', memory: '32Mi' },
      limits: { cpu: '200m', memory: '128Mi' },
    });
  });

  test('of has all amounts as they are written', () => {
    const requests: Required<ResourceAmount> = { cpu: '0.5', memory: '1024Ki' };
    const limits: Required<ResourceAmount> = { cpu: '1.50', memory: '.5Gi' };
    expect(containerOf({ resources: Resources.of(requests, limits) }).resources).toEqual({ requests, limits });
  });

  test('allows a limit that is the request in another notation', () => {
    const resources = Resources.of({ cpu: '1500m', memory: '1024Mi' }, { cpu: '1.5', memory: '1Gi' });
    expect(containerOf({ resources })).toMatchObject({ resources: { limits: { cpu: '1.5', memory: '1Gi' } } });
  });

  test('takes every CPU limit from the request upwards', () => {
    const cpu = fc.oneof(
      fc.nat(4000).map((milli) => ({ text: `${milli}m`, milli })),
      fc.nat(4).map((cores) => ({ text: String(cores), milli: cores * 1000 })),
    );
    fc.assert(
      fc.property(cpu, cpu, (request, limit) => {
        expectOrder(
          { ...MIB, cpu: request.text },
          { ...MIB, cpu: limit.text },
          limit.milli >= request.milli,
          /^test\/web: the cpu limit \d+m? is below the request \d+m?\. Allow at least \d+m?\.$/,
        );
      }),
    );
  });

  test('takes every memory limit from the request upwards', () => {
    fc.assert(
      fc.property(memory, memory, ([request, requestUnit], [limit, limitUnit]) => {
        expectOrder(
          { ...MIB, memory: `${request}${requestUnit}` },
          { ...MIB, memory: `${limit}${limitUnit}` },
          BigInt(limit) * FACTORS[limitUnit] >= BigInt(request) * FACTORS[requestUnit],
          /^test\/web: the memory limit \S+ is below the request \S+\. Allow at least \S+\.$/,
        );
      }),
    );
  });

  test('fails for a CPU limit below the request', () => {
    expect(containerRefusal({ resources: Resources.of({ ...MIB, cpu: '1' }, { ...MIB, cpu: '999m' }) })).toBe(
      'test/web: the cpu limit 999m is below the request 1. Allow at least 1.',
    );
  });

  test('fails for a memory limit below the request', () => {
    expect(containerRefusal({ resources: Resources.of({ ...MIB, memory: '1Gi' }, { ...MIB, memory: '1G' }) })).toBe(
      'test/web: the memory limit 1G is below the request 1Gi. Allow at least 1Gi.',
    );
  });

  test('fails for what is no quantity', () => {
    expect(containerRefusal({ resources: Resources.of({ ...MIB, memory: '64MB' }, MIB) })).toBe(
      "test/web: memory request '64MB' is not a quantity; allowed are a number and one of m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei. Write it like '250m' or '64Mi'.",
    );
  });

  test.each([
    ['cpu request', { ...MIB, cpu: 'one' }, MIB],
    ['cpu limit', MIB, { ...MIB, cpu: '' }],
    ['memory request', { ...MIB, memory: '-1Mi' }, MIB],
    ['memory limit', MIB, { ...MIB, memory: '1 Mi' }],
  ])('fails when the %s is no quantity', (what, requests, limits) => {
    expect(containerRefusal({ resources: Resources.of(requests, limits) })).toMatch(
      new RegExp(`^test/web: ${what} '.*' is not a quantity; `),
    );
  });
});
