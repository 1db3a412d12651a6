import * as fc from 'fast-check';
import type { Manifest } from '../../../constructs';
import { manifestsOf } from '../../stacks/contract';
import { type Expectation, ingressTraffic, isCanary, rangeOf, requestPaths } from './traffic';

const subject = (name: string, manifests = manifestsOf(name)) => ({ name, file: '', manifests });

/** An expectation as `host path headers -> who: least to most`. */
function line({ host, path, headers, answers }: Expectation): string {
  const fields = Object.entries(headers).map(([name, value]) => `[${name}: ${value}]`);
  const who = [...answers].map(([name, [least, most]]) => `${name} ${least === most ? least : `${least} to ${most}`}`);
  return [`${host ?? '*'}${path}`, ...fields, '->', who.join(', ')].join(' ');
}

const lines = (name: string, others: readonly Manifest[] = []) => ingressTraffic(subject(name), others).map(line);

describe('what the Ingresses promise', () => {
  test.each<[string, string[]]>([
    ['web', ['*/web/ -> web-svc 3', '*/web -> web-svc 3', '*/web/index.html -> web-svc 3']],
    [
      'canary',
      [
        '*/web/ -> web-svc 20',
        '*/web/ [canary: forsure] -> web-canary-svc 20',
        '*/web/ [canary: forsurer] -> web-svc 20',
        '*/web/ [canary: always] -> web-svc 20',
        '*/web/ [canary: never] -> web-svc 20',
      ],
    ],
    [
      'canary-header',
      [
        'header.canary.localhost/web/ -> web-svc 3',
        'header.canary.localhost/web -> web-svc 3',
        'header.canary.localhost/web/index.html -> web-svc 3',
        'header.canary.localhost/web/ -> web-svc 20',
        'header.canary.localhost/web/ [canary: always] -> web-canary-svc 20',
        'header.canary.localhost/web/ [canary: never] -> web-svc 20',
        'header.canary.localhost/web/ [canary: not-canary] -> web-svc 20',
      ],
    ],
    [
      'canary-pattern',
      [
        'pattern.canary.localhost/web/ -> web-svc 3',
        'pattern.canary.localhost/web -> web-svc 3',
        'pattern.canary.localhost/web/index.html -> web-svc 3',
        'pattern.canary.localhost/web/ -> web-svc 20',
        'pattern.canary.localhost/web/ [Region: cd] -> web-canary-svc 20',
        'pattern.canary.localhost/web/ [Region: sz] -> web-canary-svc 20',
        'pattern.canary.localhost/web/ [Region: abcdx] -> web-svc 20',
      ],
    ],
    [
      'canary-cookie',
      [
        'cookie.canary.localhost/web/ -> web-svc 3',
        'cookie.canary.localhost/web -> web-svc 3',
        'cookie.canary.localhost/web/index.html -> web-svc 3',
        'cookie.canary.localhost/web/ -> web-svc 20',
        'cookie.canary.localhost/web/ [cookie: canary=always] -> web-canary-svc 20',
        'cookie.canary.localhost/web/ [cookie: canary=never] -> web-svc 20',
        'cookie.canary.localhost/web/ [cookie: canary=yes] -> web-svc 20',
      ],
    ],
    ['canary-weight-total', ['weight-total.canary.localhost/web/ -> web-canary-svc 4 to 41, web-svc 3959 to 3996']],
    [
      'canary-webapp',
      [
        'example.app.org/test-webapp/ -> webapp-v1 3',
        'example.app.org/test-webapp -> webapp-v1 3',
        'example.app.org/test-webapp/index.html -> webapp-v1 3',
        'example.app.org/test-webapp/ -> webapp-v1 20',
        'example.app.org/test-webapp/ [mtest: true] -> webapp-v2 20',
        'example.app.org/test-webapp/ [mtest: truer] -> webapp-v1 20',
        'example.app.org/test-webapp/ [mtest: always] -> webapp-v1 20',
        'example.app.org/test-webapp/ [mtest: never] -> webapp-v1 20',
      ],
    ],
    ['minio', []],
  ])('%s', (name, expected) => {
    expect(lines(name, manifestsOf('web'))).toEqual(expected);
  });

  test('canary-weight shares all requests, so that none is the main one alone', () => {
    const [only, ...others] = ingressTraffic(subject('canary-weight'));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ host: 'weight.canary.localhost', path: '/web/', headers: {}, times: 200 });
    expect(only?.shows).toBe('10 % of 200 requests are answered by web-canary-svc');
    expect([...(only?.answers.keys() ?? [])]).toEqual(['web-canary-svc', 'web-svc']);
  });

  test('a canary finds its main route in another stack, by host and path', () => {
    const [other] = manifestsOf('web').filter(({ kind }) => kind === 'Ingress') as [Manifest];
    expect(lines('canary', [other])[0]).toBe('*/web/ -> web-svc 20');
    expect(lines('canary')[0]).toBe('*/web/ -> the main Service 20');
    expect(lines('canary', manifestsOf('web-pod'))[0]).toBe('*/web/ -> the main Service 20');
    const elsewhere = JSON.parse(JSON.stringify(other).replace('/web(', '/other(')) as Manifest;
    expect(lines('canary', [elsewhere])[0]).toBe('*/web/ -> the main Service 20');
    expect(lines('canary', manifestsOf('canary'))[0]).toBe('*/web/ -> the main Service 20');
  });

  test.each([
    ['certificates', true],
    ['web', false],
  ])('%s is asked by TLS: %s', (name, tls) => {
    expect(new Set(ingressTraffic(subject(name)).map((one) => one.tls))).toEqual(new Set([tls]));
  });

  test('requests are sent to the Namespace of their Ingress as often as they are counted', () => {
    for (const name of ['web', 'canary-header', 'canary-webapp'])
      for (const { namespace, times, answers } of ingressTraffic(subject(name))) {
        expect(namespace).toBe(name === 'web' ? 'default' : name);
        expect([...answers.values()]).toEqual([[times, times]]);
      }
  });

  test('a title says what is asked', () => {
    expect(ingressTraffic(subject('web'))[1]?.shows).toBe('*/web leads to web-svc');
    expect(
      ingressTraffic(subject('canary-header'))
        .map(({ shows }) => shows)
        .slice(3, 5),
    ).toEqual(['a request without a header is answered by web-svc', 'canary: always is answered by web-canary-svc']);
  });
});

test('a canary says so', () => {
  const ingresses = manifestsOf('canary-header').filter(({ kind }) => kind === 'Ingress');
  expect(ingresses.map(isCanary)).toEqual([false, true]);
  expect(isCanary({ ...(ingresses[1] as Manifest), metadata: { name: 'x' } })).toBe(false);
});

test.each([
  ['/web(/|$)(.*)', ['/web/', '/web', '/web/index.html']],
  ['/a/b(/|$)(.*)', ['/a/b/', '/a/b', '/a/b/index.html']],
  ['/web', ['/web']],
  ['/', ['/']],
  [undefined, ['/']],
])('a client asks for %s at %j', (path, paths) => {
  expect(requestPaths({ path })).toEqual(paths);
});

describe('how many of 200 requests a share may take', () => {
  test.each<[number, number, number]>([
    [0, 0, 0],
    [1, 200, 200],
    [0.005, 0, 6],
  ])('%d: %i to %i', (share, least, most) => {
    expect(rangeOf(share, 200)).toEqual([least, most]);
  });

  // What the comment of rangeOf says; it gives 4 to 40.
  test('at a tenth: 5 to 40', () => {
    expect(rangeOf(0.1, 200)).toEqual([5, 40]);
  });

  test('at a tenth are some, and nowhere near a half', () => {
    const [least, most] = rangeOf(0.1, 200);
    expect([least >= 4, most]).toEqual([true, 40]);
  });

  test('are never fewer than none or more than all, and have the mean among them', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (share, times) => {
        const [least, most] = rangeOf(share, times);
        expect(least >= 0 && least <= share * times && share * times <= most && most <= times).toBe(true);
        expect([least, most].every(Number.isInteger)).toBe(true);
      }),
    );
  });

  test('are more for a greater share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), (percent) => {
        const [[least, most], [nextLeast, nextMost]] = [rangeOf(percent / 100, 200), rangeOf((percent + 1) / 100, 200)];
        expect(least <= nextLeast && most <= nextMost).toBe(true);
      }),
    );
  });
});

test('what a canary may leave is all that it does not take', () => {
  for (const name of ['canary-weight', 'canary-weight-total']) {
    const [expectation] = ingressTraffic(subject(name));
    const [[least, most], [mainLeast, mainMost]] = [...(expectation?.answers.values() ?? [])] as [
      [number, number],
      [number, number],
    ];
    expect([least + mainMost, most + mainLeast]).toEqual([expectation?.times, expectation?.times]);
  }
});
