#!/usr/bin/env node
import { runCheck } from './check';

// The program of the package: `check` alone, which starts without the stacks and constructs behind `npm run up`.
const [action, ...args] = process.argv.slice(2);
const output = {
  print: (text: string) => process.stdout.write(`${text.trimEnd()}\n`),
  say: (text: string) => process.stderr.write(`${text}\n`),
  colours: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
};
if (action === 'check') process.exitCode = runCheck(args, output);
else if (action === undefined || action === 'help' || action === '--help') runCheck(['--help'], output);
else {
  output.say(`There is no '${action}'; there is check. kind-stacks check --help says more.`);
  process.exitCode = 2;
}
