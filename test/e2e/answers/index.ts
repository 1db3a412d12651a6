import type { Manifest } from '../../../constructs';
import type { Cluster } from '../cluster';
import type { Journal } from '../journal';
import type { Subject } from '../subject';
import { addresses } from './addresses';
import { certificates } from './certificates';
import { nameServers } from './dns';
import { httpRoutes } from './http-routes';
import { objectStorage } from './object-storage';
import type { Proof } from './proof';
import { redis } from './redis';
import { routes } from './routes';
import { services } from './services';

/** Everything that a client of a file can be shown; found in its manifests, so that a new stack needs no list. */
export function proofsOf(subject: Subject, others: readonly Manifest[]): Proof[] {
  return [
    ...services(subject),
    ...nameServers(subject),
    ...routes(subject, others),
    ...httpRoutes(subject),
    ...certificates(subject),
    ...addresses(subject),
    ...redis(subject),
    ...objectStorage(subject),
  ];
}

/** How long clients go on asking. */
export interface AskOptions {
  /** Whether the first failure ends it: what is broken on purpose has been noticed then. @default false */
  readonly untilFailure?: boolean;
}

/** Clients get from the stack what its manifests promise. */
export async function answered(
  subject: Subject,
  others: readonly Manifest[],
  cluster: Cluster,
  journal: Journal,
  { untilFailure = false }: AskOptions = {},
): Promise<void> {
  for (const { shows, prove } of proofsOf(subject, others)) {
    await journal.prove(subject.name, 'answers', shows, () => prove(cluster));
    if (untilFailure && journal.failures.length > 0) return;
  }
}
