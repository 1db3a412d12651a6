import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { resourcesOf } from '../../cli/applied';
import { Command, Output } from '../../cli/command';
import { listStacks } from '../../cli/stack-list';

const surroundings = { environment: { PATH: process.env.PATH }, signal: new AbortController().signal };
const shell = (line: string) =>
  spawnSync('/bin/sh', ['-c', line], { encoding: 'utf8', env: { PATH: process.env.PATH } }).stdout;
const PRINT =
  'for (const word of process.argv.slice(1)) console.log(JSON.stringify(word)); console.log(process.env.GIVEN)';
const print = (...words: ConstructorParameters<typeof Command>[1]) => ['-e', PRINT, '--', ...words];

describe('Command', () => {
  test('is the same in a shell, whatever its words are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
        fc.string(),
        async (words, given) => {
          const clean = (text: string) => text.replaceAll('\0', '');
          const command = new Command('node', print(...words.map(clean)), { env: { GIVEN: clean(given) } });
          expect(await command.run(surroundings)).toBe(shell(String(command)));
        },
      ),
      { numRuns: 15 },
    );
  });

  test.each(["it's", '"$HOME" `id` $(id)', 'a\\', '', ' ', 'a\nb', '*', '~', '#no', "'", 'a;b&c|d>e'])(
    'is the same in a shell with the word %j',
    async (word) => {
      const command = new Command('node', print(word), { env: { GIVEN: word } });
      expect(await command.run(surroundings)).toBe(`${JSON.stringify(word)}\n${word}\n`);
      expect(shell(String(command))).toBe(`${JSON.stringify(word)}\n${word}\n`);
    },
  );

  test.each<[string, Output, string]>([
    ['what another one says', new Output(new Command('echo', ['a  "b" $c'])), 'a  "b" $c'],
    ['lines among those it says', new Output(new Command('printf', ['b\\na.x\\nc\\n']), ['c', 'a.x', 'd']), 'a.x,c'],
  ])('takes %s as one word', async (_, output, word) => {
    const command = new Command('node', print(output), { env: { GIVEN: output } });
    expect(await command.run(surroundings)).toBe(`${JSON.stringify(word)}\n${word}\n`);
    expect(shell(String(command))).toBe(`${JSON.stringify(word)}\n${word}\n`);
  });

  test.each([
    ['there', ''],
    ['the', 'run\n'],
    ['t.ere', 'run\n'],
  ])('is not run when another one says a line: %s', async (says, said) => {
    const command = new Command('echo', ['run'], {
      unless: { command: new Command('printf', ['here\\nthere\\n']), says },
    });
    expect(await command.run(surroundings)).toBe(said);
    expect(shell(String(command)).replace('there\n', '')).toBe(said);
  });

  test('of a program that there is not says so', async () => {
    await expect(new Command('no-such-program', ['a b']).run(surroundings)).rejects.toThrow(
      "no-such-program 'a b'\n  no-such-program is missing\nInstall no-such-program; npm run doctor says from where.",
    );
  });

  test('says what a shell would not do by itself', () => {
    const undo = new Command('undo', []);
    expect(new Command('it', [], { undo, retry: { after: ['no', 'not yet'], seconds: 9 } }).remarks).toEqual([
      'for 9 s again while it says: no; or: not yet',
      'when this is interrupted: undo',
    ]);
    expect(new Command('it', []).remarks).toEqual([]);
  });
});

test('the resources of all stacks and add-ons are called as the API calls them', () => {
  expect(resourcesOf(listStacks({})).join(' ')).toBe(
    'certificates.cert-manager.io clusterissuers.cert-manager.io configmaps deployments.apps ' +
      'gatewayclasses.gateway.networking.k8s.io gateways.gateway.networking.k8s.io httproutes.gateway.networking.k8s.io ' +
      'ingresses.networking.k8s.io ipaddresspools.metallb.io issuers.cert-manager.io l2advertisements.metallb.io namespaces ' +
      'networkpolicies.networking.k8s.io pods replicasets.apps sealedsecrets.bitnami.com secrets serviceaccounts services statefulsets.apps',
  );
});
