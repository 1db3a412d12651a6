import type { Manifest } from '../../../constructs';
import { ingressNginx } from '../../../platform/add-ons';
import type { Ability, Cluster } from '../cluster';
import { expectedUnready } from '../expected';
import { CannotShow, type Journal } from '../journal';
import { type Live, nameOf, type Pod, type Service, selects } from '../live';
import { namespaceOf, podTemplates, type Subject } from '../subject';
import { until } from '../wait';
import { warningsOf } from '../warnings';
import { type EndpointSlice, foundEndpoints, podsBehind, wantedEndpoints } from './endpoints';
import { becomesReady, readinessNeeds, whyNotReady } from './readiness';

/** Everything in the file becomes what it is to be, and every Service leads to exactly its pods. */
export async function rolledOut(
  subject: Subject,
  cluster: Cluster,
  journal: Journal,
  seconds: number,
): Promise<boolean> {
  const prove = (proof: string, run: () => Promise<string>) => journal.prove(subject.name, 'rolled out', proof, run);
  let shown = true;

  for (const [ability, manifests] of byAbility(subject)) {
    if (cluster.has(ability)) continue;
    await prove(manifests.map(nameOf).join(', '), async () => {
      throw new CannotShow(cluster.lacks.get(ability) as string);
    });
  }
  const claims = claimsWithoutStorage(subject, cluster);
  if (claims !== undefined)
    return prove('pods with claims', async () => {
      throw new CannotShow(claims);
    });

  shown = await prove('workloads have their pods, claims are bound, Jobs complete', async () => {
    let waited: Live[] = [];
    await until(seconds, async () => {
      const objects = await cluster.kubectl.list<Live>('-f', subject.file);
      waited = [...objects, ...(await claimsOf(subject, cluster))].filter(
        (object) => becomesReady(object) && canBecomeReady(object, cluster),
      );
      const late = waited.map(whyNotReady).filter((reason) => reason !== undefined);
      return late.length === 0 ? undefined : `${late.join('; ')}${await causeIn(subject, cluster)}`;
    });
    return waited.length === 0 ? 'nothing to wait for' : waited.map(nameOf).join(', ');
  });
  if (!shown) return false;

  for (const manifest of subject.manifests.filter(({ kind, spec }) => kind === 'Service' && hasSelector(spec)))
    shown = (await prove(`endpoints of ${nameOf(manifest)}`, () => endpoints(manifest, subject, cluster))) && shown;
  return shown;
}

// What is waited for only on a cluster that has what it needs.
function byAbility({ manifests }: Subject): Map<Ability, Manifest[]> {
  const groups = new Map<Ability, Manifest[]>();
  for (const manifest of manifests) {
    const ability = readinessNeeds(manifest as never);
    if (ability === undefined || expectedUnready(manifest as never) !== undefined) continue;
    groups.set(ability, [...(groups.get(ability) ?? []), manifest]);
  }
  return groups;
}

function canBecomeReady(object: Live, cluster: Cluster): boolean {
  const needs = readinessNeeds(object);
  return (needs === undefined || cluster.has(needs)) && expectedUnready(object) === undefined;
}

function claimsWithoutStorage(subject: Subject, cluster: Cluster): string | undefined {
  const claims =
    subject.manifests.some(({ spec }) => (spec as { volumeClaimTemplates?: unknown })?.volumeClaimTemplates) ||
    subject.manifests.some(({ kind }) => kind === 'PersistentVolumeClaim');
  return claims ? cluster.lacks.get('storage') : undefined;
}

// Claims made from templates are in no file.
async function claimsOf(subject: Subject, cluster: Cluster): Promise<Live[]> {
  const templates = subject.manifests.flatMap(({ kind, metadata, spec }) =>
    kind === 'StatefulSet'
      ? ((spec as { volumeClaimTemplates?: Live[] }).volumeClaimTemplates ?? []).map(
          (template) => `${template.metadata.name}-${metadata.name}-`,
        )
      : [],
  );
  if (templates.length === 0) return [];
  const namespaces = [...new Set(subject.manifests.map(namespaceOf))];
  const all = await Promise.all(namespaces.map((namespace) => cluster.kubectl.list<Live>('-n', namespace, 'pvc')));
  return all.flat().filter(({ metadata }) => templates.some((start) => metadata.name.startsWith(start)));
}

function hasSelector(spec: unknown): boolean {
  return Object.keys((spec as { selector?: object })?.selector ?? {}).length > 0;
}

async function endpoints(manifest: Manifest, subject: Subject, cluster: Cluster): Promise<string> {
  const namespace = namespaceOf(manifest);
  let seen = '';
  await until(30, async () => {
    const [service] = await cluster.kubectl.list<Service>('-n', namespace, 'service', manifest.metadata.name);
    if (service === undefined) return 'the Service is not there';
    const pods = await cluster.kubectl.list<Pod>('-n', namespace, 'pods');
    const found = foundEndpoints(service, await cluster.kubectl.list<EndpointSlice>('-n', namespace, 'endpointslices'));
    const wanted = wantedEndpoints(service, pods);
    const count = expectedPods(service, subject);
    if (count === undefined && wanted.length === 0) needsForeignPods(namespace, cluster);
    seen = `${podsBehind(service, pods).length} pods: ${found.join(' ')}`;
    return tooFew(wanted.length / service.spec.ports.length, count) ?? different(found, wanted);
  });
  return seen;
}

function tooFew(pods: number, wanted: number | undefined): string | undefined {
  if (wanted === undefined ? pods > 0 : pods === wanted) return undefined;
  return `${pods} pods are ready behind it, ${wanted ?? 'at least one'} are to be`;
}

function different(found: readonly string[], wanted: readonly string[]): string | undefined {
  if (found.join() === wanted.join()) return undefined;
  return `leads to ${found.join(' ') || 'nothing'}, not to ${wanted.join(' ')}`;
}

// Pods of the cluster itself are there where its parts run.
function needsForeignPods(namespace: string, cluster: Cluster): void {
  cluster.needs('running pods', ...(namespace === ingressNginx.namespace.name ? (['ingress'] as const) : []));
}

// How many pods the file itself puts behind a Service; undefined where they are somebody else's.
function expectedPods(service: Service, subject: Subject): number | undefined {
  const own = podTemplates(subject).filter(
    ({ owner, template }) =>
      namespaceOf(owner) === service.metadata.namespace && selects(service.spec.selector, template.metadata?.labels),
  );
  const labelled = own.map(({ replicas }) => replicas);
  if (labelled.length > 0) return labelled.reduce((a, b) => a + b, 0);
  return subject.manifests.some((manifest) => podTemplates({ ...subject, manifests: [manifest] }).length > 0)
    ? 1
    : undefined;
}

// The last warning is most often the cause.
async function causeIn(subject: Subject, cluster: Cluster): Promise<string> {
  const last = (await warningsOf(subject, cluster.kubectl)).at(-1);
  return last === undefined ? '' : `; last warning: ${last}`;
}
