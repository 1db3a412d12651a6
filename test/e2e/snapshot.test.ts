import { FakeKubectl } from './fake-kubectl';
import { difference, snapshot } from './snapshot';

describe('the difference of two clusters', () => {
  test.each<[string, string[], string[], string | undefined]>([
    ['the same', ['a', 'b'], ['b', 'a'], undefined],
    ['nothing', [], [], undefined],
    ['more', ['a'], ['c', 'a', 'b'], 'left: b; left: c'],
    ['fewer', ['c', 'a', 'b'], ['b'], 'gone: a; gone: c'],
    ['both', ['a', 'b'], ['b', 'c'], 'left: c; gone: a'],
  ])('%s', (_, before, after, words) => {
    expect(difference(new Set(before), new Set(after))).toBe(words);
  });
});

describe('a snapshot', () => {
  let fake: FakeKubectl;

  beforeEach(() => {
    fake = new FakeKubectl();
  });

  afterEach(() => fake.end());

  test('has every object of every kind but those that come and go by themselves', async () => {
    const passing = 'events leases.coordination.k8s.io pods.metrics.k8s.io nodes.metrics.k8s.io events.events.k8s.io';
    fake.answer('api-resources --verbs=list -o name', {
      stdout: `pods\n${passing.replaceAll(' ', '\n')}\ndeployments.apps\n`,
    });
    fake.answer('get pods,deployments.apps -A *', { stdout: 'Pod shop/web\nDeployment shop/web\n' });
    expect(await snapshot(fake.kubectl)).toEqual(new Set(['Pod shop/web', 'Deployment shop/web']));
  });

  test('fails when the cluster does not list everything', async () => {
    fake.answer('get*', { stdout: 'Pod shop/web\n', stderr: 'forbidden', code: 1 });
    await expect(snapshot(fake.kubectl)).rejects.toThrow('forbidden');
  });
});
