import type { Field } from '../../model/field';
import type { Problem, Rule } from '../../rule';

/** A container whose preStop hook takes all the time that it has to stop. */
export const gracePeriodTooShort: Rule = {
  id: 'grace-period-too-short',
  subject: 'rollout',
  level: 'warning',
  reason: 'The time to stop includes the preStop hook: a hook that takes all of it ends with the process being killed.',
  remedy: 'Write a terminationGracePeriodSeconds that is longer than the hook and the time that the process needs',
  bad: `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29
      lifecycle:
        preStop:
          exec:
            command: [sh, -c, sleep 60 && nginx -s quit]
`,
  good: `
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  terminationGracePeriodSeconds: 90
  containers:
    - name: web
      image: nginx:1.29
      lifecycle:
        preStop:
          exec:
            command: [sh, -c, sleep 60 && nginx -s quit]
`,
  *check(set) {
    for (const { spec, containers } of set.pods) {
      const grace = spec.get('terminationGracePeriodSeconds');
      for (const container of containers) {
        const hook = hookOf(container);
        if (hook !== undefined && hook.seconds >= (grace.number ?? USUAL)) yield problemOf(container, hook, grace);
      }
    }
  },
};

const USUAL = 30;

function problemOf(container: Field, { at, seconds, isAction }: Hook, grace: Field): Problem {
  const all = grace.number ?? USUAL;
  const refused = isAction && seconds > all;
  const why = `${grace.exists ? '' : ', as nothing else is said'}${refused ? '; the API server refuses that' : ''}`;
  return {
    at,
    message: `Container '${container.get('name').text}' sleeps ${seconds} s before it stops, and has ${all} s for all of it${why}`,
    ...(refused && { level: 'error' }),
    ...(grace.exists && { related: [grace] }),
  };
}

interface Hook {
  readonly at: Field;
  readonly seconds: number;
  /** Whether it is the sleep of Kubernetes, whose length the API server compares. */
  readonly isAction: boolean;
}

function hookOf(container: Field): Hook | undefined {
  const hook = container.get('lifecycle', 'preStop');
  const action = hook.get('sleep', 'seconds');
  if (action.number !== undefined) return { at: action, seconds: action.number, isAction: true };
  const command = hook.get('exec', 'command');
  const words = command.items().map(({ value }) => String(value));
  const seconds = longestSleep(words.join(' '));
  return seconds === undefined ? undefined : { at: command, seconds, isAction: false };
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

// One in the background holds nobody up.
function longestSleep(command: string): number | undefined {
  const sleeps = [
    ...command.matchAll(/(?:^|[\s;&|(/])sleep\s+["']?(\d+(?:\.\d+)?)([smh])?["']?(?![\w.])(?!\s*&(?!&))/g),
  ];
  const seconds = sleeps.map(([, number, unit]) => Number(number) * (UNITS[unit ?? 's'] as number));
  return seconds.length === 0 ? undefined : Math.max(...seconds);
}
