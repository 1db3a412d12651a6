import { run } from './run';

// The only place of `cli/` that looks at the process: its arguments, environment, signals and streams.
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());

// On a terminal the line of the running step is written over.
const { isTTY } = process.stdout;
const lineStart = isTTY ? '\r\u001b[K' : '';

run(
  process.argv.slice(2),
  { environment: process.env, signal: interruption.signal },
  {
    say: (line) => process.stdout.write(`${lineStart}${line}\n`),
    meanwhile: (line) => isTTY && process.stdout.write(line),
    complain: (line) => process.stderr.write(`${lineStart}${line}\n`),
  },
).then((code) => {
  process.exitCode = code;
});
