import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../../constructs';
import { answered } from '../answers';
import { OWN_LABEL } from '../clean';
import type { Cluster } from '../cluster';
import { Journal, NotShown, type Result } from '../journal';
import { accepted } from '../levels/accepted';
import { podSecurity } from '../levels/pod-security';
import { rolledOut } from '../levels/rolled-out';
import type { Task } from '../pool';
import { LEVELS, type RunOptions } from '../run';
import { cpuOf, type Subject } from '../subject';
import { type BrokenCase, CASES, type Draft, Web } from './cases';

/** A failure comes at the end of a wait, so the wait is short; what is right has been seen to need a third of it. */
const SECONDS = 45;

/**
 * Manifests broken on purpose, each in a Namespace of its own, for which the proofs must fail; and the same
 * manifests unbroken, for which they must not.
 *
 * @param of the stack that is broken: a web application in a Namespace of its own
 */
export function brokenTasks(
  of: Subject,
  cluster: Cluster,
  journal: Journal,
  { level = 'answers' }: RunOptions,
): Task[] {
  const shown = LEVELS.slice(0, LEVELS.indexOf(level) + 1);
  const cases = CASES.filter((one) => shown.includes(one.level));
  // What a case asks for is what the unbroken one does: nobody has 900 cores.
  const cost = cpuOf({ ...of, manifests: webOf(of, 'unbroken', undefined) });
  return [undefined, ...cases].map((broken) => {
    const name = `kind-stacks-e2e-${broken?.name ?? 'unbroken'}`;
    const manifests = webOf(of, name, broken);
    return {
      cost,
      run: async () => {
        const proof = broken === undefined ? 'the web application that is broken below passes' : broken.name;
        await journal.prove('-', 'fails where it must', proof, async () => {
          cluster.needs(...(broken?.needs ?? []));
          return judge(await resultsOf({ name, manifests }, cluster, level), broken);
        });
      },
    };
  });
}

function webOf(of: Subject, namespace: string, broken: BrokenCase | undefined): Manifest[] {
  // Load balancers and further Services say nothing more here.
  const kept = ({ kind, metadata }: Manifest) =>
    kind !== 'Service' || metadata.name === 'web-svc-cip' || metadata.name === 'web-svc';
  const objects = structuredClone(of.manifests.filter(kept)) as unknown as Draft[];
  for (const object of objects) {
    object.metadata.labels = { [OWN_LABEL]: 'broken' };
    if (object.kind === 'Namespace') object.metadata.name = namespace;
    else object.metadata.namespace = namespace;
  }
  const web = new Web(objects);
  web.deployment.replicas = 1;
  web.ingress.rules[0].host = `${namespace}.localhost`;
  broken?.edit(web);
  return objects as unknown as Manifest[];
}

async function resultsOf(
  { name, manifests }: Omit<Subject, 'file'>,
  cluster: Cluster,
  level: NonNullable<RunOptions['level']>,
): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kind-stacks-e2e-'));
  const subject = { name, manifests, file: join(folder, 'broken.json') };
  writeFileSync(subject.file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests }));
  const journal = new Journal(() => {});
  try {
    if ((await accepted(subject, cluster, journal)) && level !== 'accepted') {
      const secure = await podSecurity(subject, cluster, journal);
      const there = secure && (await rolledOut(subject, cluster, journal, SECONDS));
      if (there && level === 'answers') await answered(subject, [], cluster, journal, { untilFailure: true });
    }
    return journal.results;
  } finally {
    await cluster.kubectl.detached().try(['delete', 'namespace', name, '--ignore-not-found', '--wait=false']);
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(results: readonly Result[], broken: BrokenCase | undefined): string {
  const failures = results.filter(({ outcome }) => outcome === 'failed');
  const [first] = failures;
  if (broken === undefined) {
    if (first !== undefined) throw new NotShown(`${first.level}: ${first.proof}: ${first.detail}`);
    return `${results.length} proofs, none failed`;
  }
  if (first === undefined) throw new NotShown('every proof passed');
  const right = failures.find(
    ({ level, detail }) => level === broken.level && broken.says.test(detail.replaceAll('\n', ' ')),
  );
  if (right === undefined) throw new NotShown(`failed otherwise, ${first.level}: ${first.proof}: ${first.detail}`);
  return `${right.level}: ${right.detail.replaceAll(/\s+/g, ' ')}`;
}
