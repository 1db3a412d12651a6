import { readArguments } from '../../cli/arguments';
import { Fakes, runAmong } from './fakes';

const MINIMAL = {
  names: [],
  name: 'kind-stacks',
  timeout: '5m',
  folder: '.up',
  sixNodes: false,
  force: false,
  plan: false,
};

describe('a command line', () => {
  test.each(['up', 'down', 'doctor'] as const)('%s alone has the defaults of kind', (action) => {
    expect(readArguments([action])).toEqual({ ...MINIMAL, action, help: false });
  });

  test('may have everything', () => {
    const args =
      'up web --name other --kubernetes 1.36 --timeout 1h30m --folder out --six-nodes --force-conflicts --plan minio';
    expect(readArguments(args.split(' '))).toEqual({
      action: 'up',
      names: ['web', 'minio'],
      name: 'other',
      kubernetes: '1.36',
      timeout: '1h30m',
      folder: 'out',
      sixNodes: true,
      force: true,
      plan: true,
      help: false,
    });
  });

  test.each<[string, string]>([
    ['pu', "There is no action 'pu'; there are up, down, doctor. Did you mean 'up'?"],
    [
      'up --kubernets 1.36',
      "There is no option '--kubernets'; there are --context, --name, --kubernetes, --timeout, --folder, --six-nodes, --force-conflicts, --plan, --help. Did you mean '--kubernetes'?",
    ],
    ['up --kubernetes 1.30', "There is no version '1.30'; there are 1.37, 1.36, 1.35, 1.34. Did you mean '1.37'?"],
    ['up --timeout soon', "--timeout is 'soon'; allowed is a time such as 90s or 10m."],
    ['up --name Mine', "--name is 'Mine'; allowed is lower case letters, digits, dots and hyphens."],
    ['up --folder dist', "--folder is 'dist'; allowed is a folder other than dist."],
    ['up --folder ./dist/', "--folder is './dist/'; allowed is a folder other than dist."],
    [
      'up --context mine --six-nodes',
      '--six-nodes is for a kind cluster, and --context uses another one: say the one or the other.',
    ],
    ['down --timeout 5m', 'down knows no --timeout; it knows --context, --name, --plan, --help.'],
    ['doctor web', "doctor takes no names; given is 'web'."],
    ['up --plan=yes', "Option '--plan' does not take an argument."],
    ['up --context', "Option '--context <value>' argument missing."],
  ])('fails for %s', async (line, complaint) => {
    const fakes = new Fakes();
    expect(await runAmong(fakes, line.split(' '))).toEqual({ code: 2, lines: [''], complaint });
    expect(fakes.calls).toEqual([]);
    fakes.end();
  });

  test('fails for a stack that there is not, with the nearest one', async () => {
    const fakes = new Fakes();
    const { code, complaint } = await runAmong(fakes, ['up', 'web-pot']);
    expect([code, complaint]).toEqual([
      2,
      expect.stringMatching(
        /^There is no stack 'web-pot'; there are load-balancer, .*hipster-shop-payment-reverse\. Did you mean 'web-pod'\?$/,
      ),
    ]);
    fakes.end();
  });

  test.each([[[]], [['help']], [['up', '--help']]])('%j shows the page of help', async (args) => {
    const fakes = new Fakes();
    const { code, lines } = await runAmong(fakes, args);
    expect([code, lines[0], fakes.calls]).toEqual([0, expect.stringMatching(/^npm run up -- \[options\]/), []]);
    fakes.end();
  });
});
