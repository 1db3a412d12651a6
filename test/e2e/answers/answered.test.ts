import { stackOf } from '../../stacks/contract';
import type { Cluster } from '../cluster';
import { CannotShow, Journal } from '../journal';
import { answered, proofsOf } from '.';

const subject = { name: 'minio', file: '', manifests: stackOf('minio').toJson() };

const cluster = (error: Error) =>
  ({
    needs: () => {
      throw error;
    },
  }) as unknown as Cluster;

describe('what a stack answers', () => {
  test('is shown proof by proof, whatever comes of each', async () => {
    const journal = new Journal(() => {});
    await answered(subject, [], cluster(new Error('no')), journal);
    expect(journal.results).toMatchObject(
      proofsOf(subject, []).map(({ shows }) => ({ stack: 'minio', level: 'answers', proof: shows, outcome: 'failed' })),
    );
    expect(journal.results.length).toBeGreaterThan(1);
  });

  test('ends with the first failure where one is enough', async () => {
    const journal = new Journal(() => {});
    await answered(subject, [], cluster(new Error('no')), journal, { untilFailure: true });
    expect(journal.results).toHaveLength(1);
  });

  test('goes on after what cannot be shown', async () => {
    const journal = new Journal(() => {});
    await answered(subject, [], cluster(new CannotShow('no')), journal, { untilFailure: true });
    expect(journal.results.map(({ outcome }) => outcome)).toEqual(['skipped', 'skipped']);
  });
});
