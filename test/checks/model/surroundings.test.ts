import { fresh } from '../../../checks/model/cluster';
import { Surroundings } from '../../../checks/model/surroundings';

const provides = (
  external: { kind: string; namespace?: string; name: string },
  namespace: string | undefined,
  name: string,
) => new Surroundings({ externals: [external] }).provides({ kind: external.kind, namespace, name });

describe('what is declared', () => {
  test.each<[string, { kind: string; namespace?: string; name: string }, string | undefined, string, boolean]>([
    ['by name', { kind: 'Secret', namespace: 'a', name: 'x' }, 'a', 'x', true],
    ['in another Namespace', { kind: 'Secret', namespace: 'a', name: 'x' }, 'b', 'x', false],
    ['in any Namespace', { kind: 'Secret', name: 'x' }, 'b', 'x', true],
    ['of the whole cluster', { kind: 'Namespace', name: 'x' }, undefined, 'x', true],
    ['by a pattern', { kind: 'Secret', namespace: 'team-*', name: 'x.*' }, 'team-a', 'x.y', true],
    ['by a pattern that means something else', { kind: 'Secret', name: 'x.*' }, 'a', 'xy', false],
  ])('%s', (_, external, namespace, name, there) => {
    expect(provides(external, namespace, name)).toBe(there);
  });

  test('is of its kind alone', () => {
    const surroundings = new Surroundings({ externals: [{ kind: 'Secret', name: 'x' }] });
    expect(surroundings.provides({ kind: 'ConfigMap', namespace: 'a', name: 'x' })).toBe(false);
  });
});

describe('a fresh kind cluster', () => {
  const cluster = fresh();
  test.each<[string, string | undefined, string]>([
    ['Namespace', undefined, 'kube-system'],
    ['Namespace', undefined, 'metallb-system'],
    ['ServiceAccount', 'anywhere', 'default'],
    ['StorageClass', undefined, 'standard'],
    ['ClusterRole', undefined, 'system:node'],
  ])('has %s %s/%s', (kind, namespace, name) => {
    expect(cluster.provides({ kind, namespace, name })).toBe(true);
  });

  test('is not all there is, runs the newest minor, and has one node', () => {
    expect([cluster.complete, cluster.kubernetes, cluster.nodes.length]).toEqual([false, '1.37', 1]);
    expect(new Surroundings().nodes).toEqual([]);
  });
});
