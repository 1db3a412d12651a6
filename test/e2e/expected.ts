import type { Live } from './live';

/** Something that a run meets on every cluster and that is right, with the reason. The one list of them. */
interface Expected<Of> {
  readonly when: (found: Of) => boolean;
  readonly reason: string;
}

const WARNINGS: readonly Expected<string>[] = [];

const UNREADY: readonly Expected<Live>[] = [
  {
    when: ({ kind, spec }) => kind === 'ClusterIssuer' && typeof spec === 'object' && spec !== null && 'acme' in spec,
    reason: "a cluster on one machine cannot be reached by Let's Encrypt, so no account and no challenge succeeds",
  },
  {
    when: ({ kind, spec }) => kind === 'Issuer' && typeof spec === 'object' && spec !== null && 'acme' in spec,
    reason: "a cluster on one machine cannot be reached by Let's Encrypt, so no account and no challenge succeeds",
  },
];

/** Why a warning of the API server is right, if it is. */
export function expectedWarning(line: string): string | undefined {
  return WARNINGS.find(({ when }) => when(line))?.reason;
}

/** Why an object need not become ready, if so. */
export function expectedUnready(object: Live): string | undefined {
  return UNREADY.find(({ when }) => when(object))?.reason;
}

/** Why nobody from outside asks the Services of a stack with policies. */
export const GUARDED = 'the policies of the stack keep strangers out; its own pods ask their addresses';
