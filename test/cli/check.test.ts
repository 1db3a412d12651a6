import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCheck } from '../../cli/check';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: web
      image: nginx:1.29
`;

const service = (name: string, app: string, annotations = '') => `apiVersion: v1
kind: Service
metadata:
  name: ${name}${annotations}
spec:
  selector:
    app: ${app}
  ports:
    - port: 80
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): string {
  const path = join(folder, file);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function run(...args: string[]): { code: number; printed: string; said: string } {
  const printed: string[] = [];
  const said: string[] = [];
  const code = runCheck(args, { print: (text) => printed.push(text), say: (text) => said.push(text), colours: false });
  const plain = (lines: string[]) => lines.join('\n').replaceAll(`${folder}/`, '');
  return { code, printed: plain(printed), said: plain(said) };
}

// Rules come and go; what is typed is shown with one that stays.
const only = ['--rule', 'service-selects-nothing'];

describe('kind-stacks check', () => {
  test('says nothing of manifests that are right, and counts them', () => {
    write('web.yaml', `${service('web', 'web')}---\n${POD}`);
    expect(run(...only, folder)).toEqual({ code: 0, printed: '', said: '2 objects: 0 errors, 0 warnings.' });
  });

  test('shows file, line, the line itself with a mark, what to do, and related places', () => {
    write('web.yaml', `${service('web', 'wbe')}---\n${POD}`);
    const { code, printed, said } = run(...only, '--complete', folder);
    expect(code).toBe(1);
    expect(printed).toBe(`web.yaml
  6:3  error  Service 'web' selects app=wbe; no pod in namespace 'default' has it  [service-selects-nothing]
    6 |   selector:
      |   ^^^^^^^^
    Write app=web, as the pods of Pod 'web' have it.
    see web.yaml:15`);
    expect(said).toMatch(/^2 objects: 1 error, 0 warnings\.\nRight all the same\? Say so at the object/);
  });

  test('is not sure of what may be made elsewhere, unless it is declared', () => {
    const file = write('web.yaml', service('web', 'wbe'));
    expect(run(...only, file).printed).toMatch(/ warning .*\n.*\n.*\n.*Or declare pods with app=wbe external/);
    expect(run(...only, '--complete', file).printed).toMatch(/ error /);
  });

  test('counts from the level that is asked for', () => {
    const file = write('web.yaml', service('web', 'wbe'));
    expect(run(...only, '--level', 'error', file)).toEqual({ code: 0, printed: '', said: '1 object: 0 errors.' });
  });

  test('takes all paths as one set, or each folder by itself', () => {
    write('a/service.yaml', service('web', 'web'));
    write('b/pod.yaml', POD);
    expect(run(...only, folder).code).toBe(0);
    expect(run(...only, '--set-per-folder', folder).code).toBe(1);
  });

  test('keeps what is acknowledged in the report, and counts it apart', () => {
    const reason = '\n  annotations:\n    kind-stacks/acknowledge.service-selects-nothing: made by hand';
    const file = write('web.yaml', service('web', 'wbe', reason));
    const { code, printed, said } = run(...only, file);
    expect([code, said]).toEqual([0, '1 object: 0 errors, 0 warnings, 1 acknowledged.']);
    expect(printed).toMatch(/acknowledged .*\n {4}accepted: made by hand$/);
  });

  test('reads kind-stacks.yaml, here or above', () => {
    write('kind-stacks.yaml', 'complete: true\nrules:\n  service-selects-nothing: advice\n');
    const file = write('deep/down/web.yaml', service('web', 'wbe'));
    expect(run(...only, file).code).toBe(0);
    expect(run(...only, '--level', 'advice', file).printed).toMatch(/ advice /);
  });

  test('leaves out a rule that the configuration turns off, unless it is asked for', () => {
    write('kind-stacks.yaml', 'rules:\n  service-selects-nothing: off\n');
    const file = write('web.yaml', service('web', 'wbe'));
    expect(run(file).printed).not.toMatch(/service-selects-nothing/);
    expect(run(...only, file).printed).toMatch(/service-selects-nothing/);
  });

  test('says what it did not check', () => {
    write('chart/deployment.yaml', `${POD}\n{{- if .Values.debug }}\n{{- end }}\n`);
    write('web.yaml', POD);
    expect(run(...only, folder).said).toMatch(
      /^not checked: chart: these are templates; render first \(helm template\)/,
    );
  });

  test.each(['json', 'sarif'])('writes %s', (format) => {
    const file = write('web.yaml', service('web', 'wbe'));
    const { printed, said } = run(...only, '--format', format, file);
    expect(said).toBe('');
    expect(JSON.parse(printed)).toHaveProperty(format === 'json' ? 'findings' : 'runs');
  });

  test('writes commands of GitHub', () => {
    const file = write('web.yaml', service('web', 'wbe'));
    expect(run(...only, '--format', 'github', file).printed).toMatch(
      /^::warning file=web\.yaml,line=6,col=3,title=service-selects-nothing::Service 'web' selects app=wbe;/,
    );
  });

  test('explains a rule', () => {
    expect(run('--explain', 'service-selects-nothing').printed).toMatch(
      /^# service-selects-nothing\n\nerror · references\n/,
    );
  });

  test('shows its help', () => {
    expect(run('--help')).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/^kind-stacks check \[options\] \[path…\]/),
    });
  });

  test.each([
    ['an option that there is not', ['--formt', 'json'], /^There is no option '--formt'.*Did you mean '--format'\?$/],
    [
      'a format that there is not',
      ['--format', 'xml'],
      /^There is no format 'xml'; there are text, json, sarif, github\./,
    ],
    ['a rule that there is not', ['--rule', 'key-twise'], /^There is no rule 'key-twise'.*Did you mean 'key-twice'\?$/],
    [
      'a level that there is not',
      ['--level', 'fatal'],
      /^There is no level 'fatal'; there are error, warning, advice\./,
    ],
    [
      'a version that is none',
      ['--kubernetes', 'new'],
      /^'new' is no version of Kubernetes; write one such as 1\.37\.$/,
    ],
    [
      'an object that is none',
      ['--external', 'secret'],
      /^'secret' names no object; write it such as 'Secret default\/token'/,
    ],
    ['a path that is nowhere', ['nowhere'], /^there is no 'nowhere'$/],
  ])('fails for %s', (_, args, message) => {
    expect(run(...args)).toEqual({ code: 2, printed: '', said: expect.stringMatching(message) });
  });

  test('fails where there is no manifest', () => {
    write('notes.yaml', 'colour: blue\n');
    expect(run(folder)).toMatchObject({ code: 2, said: expect.stringMatching(/^there is no manifest in /) });
  });

  test('fails for a configuration that means nothing, by its line', () => {
    write('kind-stacks.yaml', 'complete: true\nexternals: []\n');
    write('web.yaml', POD);
    expect(run(folder)).toEqual({
      code: 2,
      printed: '',
      said: "kind-stacks.yaml:2: there is no 'externals'; allowed are kubernetes, complete, external, rules; did you mean 'external'?",
    });
  });
});
