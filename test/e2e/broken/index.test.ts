import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../constructs';
import { stackOf } from '../../stacks/contract';
import { at } from '../../synth';
import type { Cluster } from '../cluster';
import { FakeKubectl } from '../fake-kubectl';
import { CannotShow, Journal } from '../journal';
import { brokenTasks } from '.';
import { CASES } from './cases';

// The API server gives what it takes, and writes down the file.
const TAKES = `
case "$*" in
  apply*)
    for file; do :; done
    cat "$file" >> applied; echo >> applied
    : REFUSE
    cat "$file";;
esac`;
const refusing = (words: string, message: string) =>
  TAKES.replace(': REFUSE', `if grep -q '${words}' "$file"; then echo '${message}' >&2; exit 1; fi`);

const manifests = stackOf('web-recreate').toJson();
const of = { name: 'web-recreate', file: '', manifests };
const accepted = CASES.filter(({ level }) => level === 'accepted').map(({ name }) => name);

let fake: FakeKubectl;

afterEach(() => fake.end());

async function run(behaviour: string, needs = () => {}, which?: string): Promise<Journal> {
  fake = new FakeKubectl(behaviour);
  const journal = new Journal(() => {});
  const served = new Set(manifests.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`));
  const cluster = { kubectl: fake.kubectl, served, needs } as unknown as Cluster;
  const tasks = brokenTasks(of, cluster, journal, { level: which === undefined ? 'accepted' : 'answers' });
  const chosen = CASES.findIndex(({ name }) => name === which) + 1;
  for (const task of which === undefined ? tasks : tasks.slice(chosen, chosen + 1)) await task.run();
  return journal;
}

const first = () =>
  (JSON.parse(readFileSync(join(fake.folder, 'applied'), 'utf8').split('\n')[0] ?? '') as { items: Manifest[] }).items;

describe('manifests broken on purpose', () => {
  test('are tried up to the level that is asked for, after the unbroken ones', async () => {
    const { results } = await run(TAKES);
    expect(results.map(({ proof }) => proof)).toEqual(['the web application that is broken below passes', ...accepted]);
    expect(new Set(results.map(({ stack, level }) => `${stack} ${level}`))).toEqual(new Set(['- fails where it must']));
  });

  test('are shown when they are refused as they must, and the unbroken ones taken', async () => {
    const { results } = await run(refusing('imagePullPolcy', 'unknown field "imagePullPolcy"'));
    expect(results.slice(0, 2)).toMatchObject([
      { outcome: 'passed', detail: '3 proofs, none failed' },
      { proof: 'unknown-field', outcome: 'passed', detail: 'accepted: unknown field "imagePullPolcy"' },
    ]);
  });

  test('fail when nobody notices', async () => {
    const { results } = await run(TAKES);
    expect(results.slice(1)).toMatchObject(accepted.map(() => ({ outcome: 'failed', detail: 'every proof passed' })));
  });

  test('fail when they are refused for another reason', async () => {
    const { results } = await run(refusing('imagePullPolcy', 'no connection'));
    expect(results[1]).toMatchObject({
      outcome: 'failed',
      detail: 'failed otherwise, accepted: server-side apply with strict validation: no connection',
    });
  });

  test('fail when they are refused at another level', async () => {
    const { results } = await run(refusing('privileged', 'violates PodSecurity "restricted"'), undefined, 'privileged');
    expect(results).toMatchObject([
      { proof: 'privileged', outcome: 'failed', detail: expect.stringMatching(/^failed otherwise, accepted: /) },
    ]);
  });

  test('fail when the unbroken ones are refused', async () => {
    const { results } = await run(refusing('unbroken', 'no connection'));
    expect(results[0]).toMatchObject({
      outcome: 'failed',
      detail: 'accepted: server-side apply with strict validation: no connection',
    });
  });

  test('are skipped where the cluster has not what they need', async () => {
    const { results } = await run(TAKES, () => {
      throw new CannotShow('not here');
    });
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['skipped']));
  });

  test('have a Namespace each, which goes with its file', async () => {
    await run(TAKES);
    const names = ['unbroken', ...accepted].map((name) => `kind-stacks-e2e-${name}`);
    expect(fake.calls.filter((call) => call.startsWith('delete'))).toEqual(
      names.map((name) => `delete namespace ${name} --ignore-not-found --wait=false`),
    );
    const files = fake.calls.flatMap((call) => /\S+broken\.json/.exec(call) ?? []);
    expect([files.length > 0, files.filter(existsSync)]).toEqual([true, []]);
  });

  test('are unbroken what the stack has, but for another Namespace, one pod and a host', async () => {
    await run(TAKES);
    const kept = manifests.filter(({ metadata }) => metadata.name !== 'web-svc-lb');
    expect(first().map(({ kind, metadata }) => `${kind} ${metadata.namespace}`)).toEqual(
      kept.map(({ kind }) => `${kind} ${kind === 'Namespace' ? undefined : 'kind-stacks-e2e-unbroken'}`),
    );
    for (const [index, { kind, metadata, spec }] of first().entries()) {
      const original = kept[index];
      if (kind === 'Namespace') expect(metadata.name).toBe('kind-stacks-e2e-unbroken');
      else if (kind === 'Deployment') expect({ ...(spec as object), replicas: 3 }).toEqual(original?.spec);
      else if (kind === 'Ingress') expect(at(spec, 'rules.0.host')).toBe('kind-stacks-e2e-unbroken.localhost');
      else expect({ kind, spec }).toEqual({ kind: original?.kind, spec: original?.spec });
      expect(metadata.labels).toEqual({ 'kind-stacks/e2e': 'broken' });
    }
    expect(
      at(
        first().find(({ kind }) => kind === 'Deployment'),
        'spec.replicas',
      ),
    ).toBe(1);
  });

  test('leave the manifests of the stack as they are', async () => {
    const before = structuredClone(manifests);
    await run(TAKES);
    expect(manifests).toEqual(before);
  });
});
