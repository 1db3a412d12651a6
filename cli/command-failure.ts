import type { Result } from './program';

const LAST_LINES = 12;

/** Thrown when a Command fails: what was run, what it said last, and what to do. */
export class CommandFailure extends Error {
  public constructor(
    /** The line of shell that does the same. */
    public readonly line: string,
    program: string,
    { code, stderr, stdout }: Result,
  ) {
    const said = (stderr.trim() || stdout.trim()).split('\n').slice(-LAST_LINES);
    const reason = code === 127 ? [`${program} is missing`] : said.filter((text) => text !== '');
    super([line, ...reason.map((text) => `  ${text}`), remedyOf(program, code, stderr)].join('\n'));
  }
}

const REMEDIES: readonly [words: RegExp, remedy: string][] = [
  [
    /Apply failed with \d+ conflict/,
    'Somebody else has set these fields to other values, by kubectl edit for instance. Undo that, or run this again with --force-conflicts: then ours are written over them.',
  ],
  [/context .* does not exist|cannot locate context/, 'kubectl config get-contexts lists the contexts that there are.'],
  [
    /timed out waiting|exceeded its progress deadline/,
    'kubectl get pods --all-namespaces and kubectl describe pod say what they wait for. Run this again, and it goes on; --timeout gives more time.',
  ],
  [
    /failed calling webhook/,
    'The add-on that is asked there does not answer. See its pods with kubectl get pods --all-namespaces, and run this again.',
  ],
  [
    /connection refused|no such host|i\/o timeout|Unable to connect/,
    'The other end does not answer. See that the cluster runs and that this machine has a network, and run this again.',
  ],
];

function remedyOf(program: string, code: number, stderr: string): string {
  if (code === 127) return `Install ${program}; npm run doctor says from where.`;
  const known = REMEDIES.find(([words]) => words.test(stderr));
  return known?.[1] ?? 'Mend that and run this again: what is done is not done twice.';
}
