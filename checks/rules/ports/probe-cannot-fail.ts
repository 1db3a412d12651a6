import type { Rule } from '../../rule';
import { PROBES } from '../../views/probes';
import { commandCannotFail } from '../../views/shell';
import { containerInWords } from '../../views/undeclared-probes';

const example = (script: string) => `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      livenessProbe:
        exec:
          command:
            - sh
            - -c
            - ${script}
`;

/** A probe with a command that ends well whatever happens. */
export const probeCannotFail: Rule = {
  id: 'probe-cannot-fail',
  subject: 'ports',
  level: 'warning',
  reason:
    'A probe that always ends well proves nothing: in ps aux | grep web, the shell of the probe itself is what is found.',
  remedy: 'Ask the application itself, over HTTP or TCP, or leave the probe out',
  bad: example('ps aux | grep nginx'),
  good: example('ps aux | grep [n]ginx'),
  *check(set) {
    for (const pod of set.pods)
      for (const container of pod.allContainers)
        for (const name of PROBES) {
          const at = container.get(name, 'exec', 'command');
          const words = at.items().map(({ value }) => String(value));
          if (commandCannotFail(words))
            yield { at, message: `${containerInWords(container)} has a ${name} that cannot fail: '${inShort(words)}'` };
        }
  },
};

const LONGEST = 60;

function inShort(words: readonly string[]): string {
  const line = words.join(' ').replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
