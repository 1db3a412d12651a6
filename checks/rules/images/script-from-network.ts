import type { Field } from '../../model/field';
import type { PodTemplate } from '../../model/pod-template';
import type { Problem, Rule } from '../../rule';

const example = (script: string) => `
apiVersion: batch/v1
kind: Job
metadata:
  name: setup
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: setup
          image: setup:1
          command: [sh, -c, "${script}"]
`;

/** A container that runs what it gets from the network at that moment. */
export const scriptFromNetwork: Rule = {
  id: 'script-from-network',
  subject: 'images',
  level: 'warning',
  reason:
    'Whoever owns that address, or the way to it, runs what they like in the cluster; and without it nothing starts.',
  remedy: 'Put the script into the image or a ConfigMap',
  bad: example('curl -fsSL https://example.com/setup.sh | sh'),
  good: example('/setup.sh'),
  *check(set) {
    for (const pod of set.pods)
      for (const container of [...pod.allContainers]) {
        const problem = problemOf(container, pod);
        if (problem !== undefined) yield problem;
      }
    for (const map of set.of('ConfigMap'))
      for (const [key, at] of map.field('data').entries()) {
        const line = at.text === undefined ? undefined : scriptIn(at.text);
        if (line !== undefined) yield { at, message: `${map} runs a script from the network in '${key}': ${line}` };
      }
  },
};

const LOAD = '\\b(?:curl|wget)\\b[^|;&\\n]*';
const SHELL =
  '(?:sudo\\s+(?:-\\w+\\s+)*)?(?:/(?:usr/)?bin/)?(?:env\\s+)?(?:ba|da|a|z|k)?sh\\b|(?:sudo\\s+)?(?:python\\d?|perl|ruby|node)\\b';
const FORMS = [
  new RegExp(`${LOAD}\\|\\s*(?:${SHELL})(?![\\w.-]*=)`),
  // `bash <(curl …)`, `sh -c "$(curl …)"`, `eval "$(curl …)"`, `source <(curl …)`
  new RegExp(
    `(?:\\b(?:ba|da|a|z|k)?sh\\s+(?:-\\w+\\s+)*|\\beval\\s+|\\bsource\\s+|(?:^|\\s)\\.\\s+)["']?(?:<|\\$)\\(\\s*${LOAD}`,
  ),
];

function scriptIn(text: string): string | undefined {
  const joined = text.replace(/\s*\\\n\s*/g, ' ');
  // A filter of a script is no script: `curl … | python -m json.tool`, `| node -e …`.
  for (const line of joined.split('\n')) {
    if (/^\s*(#|echo\b)/.test(line) || /\|\s*(python\d?|perl|ruby|node)\s+-(c|e|m|n|p|l)/.test(line)) continue;
    const found = FORMS.map((form) => form.exec(line)?.[0]).find((match) => match !== undefined);
    if (found !== undefined) return found.trim();
  }
  return undefined;
}

function problemOf(container: Field, pod: PodTemplate): Problem | undefined {
  const hooks = ['postStart', 'preStop'].map((hook) => container.get('lifecycle', hook, 'exec', 'command'));
  for (const list of [container.get('command'), container.get('args'), ...hooks])
    for (const at of list.items()) {
      const line = at.text === undefined ? undefined : scriptIn(at.text);
      if (line !== undefined)
        return {
          at,
          message: `container '${container.get('name').text}' of ${pod.owner} runs a script from the network: ${line}`,
        };
    }
  return undefined;
}
