import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './house/files';

const TSC = require.resolve('typescript/bin/tsc');
const CDK8S_CLI = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');
const ESBUILD = join(ROOT, 'node_modules/.bin/esbuild');
const BUNDLE = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts.bundle as string)
  .split(' ')
  .filter((word) => !word.startsWith('--outfile'));

const APP = `
import { App, Exposure, Stack, synthesize, WebApplication } from 'kind-stacks';
import { addStacks, readSettings } from 'kind-stacks/stacks';

class HomeworkStack extends Stack {
  readonly title = 'my homework';
  readonly needs = [];
  constructor(app: App) {
    super(app, 'homework');
    new WebApplication(this, 'web').expose('web-svc', Exposure.clusterIp({ port: 80 }));
  }
}

synthesize(() => {
  const app = new App();
  new HomeworkStack(app);
  addStacks(new App(), readSettings({}));
  return app;
});
`;

const CHECKED = `
import { ApiObject, App, Chart } from 'cdk8s';
import { toHaveNoFindings } from 'kind-stacks/checks';

const chart = new Chart(new App(), 'chart');
new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, ...{ spec: { serviceAccountName: 'b' } } });
console.log(toHaveNoFindings(chart).message());
`;

const SERVICE =
  'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  selector: {app: wbe}\n  ports: [{port: 80}]\n';

const CDK8S = `app: node app.js
language: typescript
output: out
validations:
  - package: ./node_modules/kind-stacks/build/checks
    version: 0.1.0
    class: KindStacksValidation
    properties: {level: error}
`;

const PLAIN_APP = `
const { ApiObject, App, Chart } = require('cdk8s');
const app = new App();
const chart = new Chart(app, 'homework');
new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { selector: { app: 'wbe' }, ports: [{ port: 80 }] } });
app.synth();
`;

let folder: string;
const node = (...args: readonly string[]) => execFileSync('node', args, { cwd: folder, encoding: 'utf8' });

// As it is for somebody who has installed the package: built JavaScript, types, and nothing of ours around.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  const installed = join(folder, 'node_modules/kind-stacks');
  mkdirSync(installed, { recursive: true });
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of Object.keys(dependencies))
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  cpSync(join(ROOT, 'package.json'), join(installed, 'package.json'));
  node(TSC, '--project', join(ROOT, 'tsconfig.build.json'), '--outDir', join(installed, 'build'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function compile(file: string, text: string): void {
  writeFileSync(join(folder, `${file}.ts`), text);
  node(TSC, `${file}.ts`, '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'node16');
}

test('the constructs work in an app of somebody else', () => {
  compile('main', APP);
  expect(node('main.js')).toBe('dist/homework.k8s.yaml: 2 objects (Service, Deployment)\n');
  expect(readFileSync(join(folder, 'dist/homework.k8s.yaml'), 'utf8')).toMatch(/^# Stack homework: my homework\.\n/);
});

test('the matcher finds what is wrong with a chart of somebody else', () => {
  compile('checked', CHECKED);
  expect(node('checked.js')).toMatch(/^chart\/pod\n {2}error {2}.*ServiceAccount 'b'/);
});

test('the plugin of cdk8s-cli finds it in what that program synthesised, with its construct', () => {
  writeFileSync(join(folder, 'cdk8s.yaml'), CDK8S);
  writeFileSync(join(folder, 'app.js'), PLAIN_APP);
  const { status, stdout, stderr } = spawnSync('node', [CDK8S_CLI, 'synth', '--validate'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/Validation failed/);
  expect(stdout).toMatch(/service-selects-nothing \(error\)/);
  expect(stdout).toMatch(/Construct Path: homework\/service\n/);
  expect(stdout).toMatch(/> spec\.selector \(line \d+\)/);
  expect(status).toBe(2);
});

test('the program runs with plain node, without the package around it', () => {
  execFileSync(ESBUILD, [...BUNDLE.slice(1), `--outfile=${join(folder, 'kind-stacks.js')}`], { cwd: ROOT });
  writeFileSync(join(folder, 'web.yaml'), SERVICE);
  const { status, stdout } = spawnSync('node', ['kind-stacks.js', 'check', '--complete', 'web.yaml'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).toMatch(/^web\.yaml\n {2}6:3 {2}error {2}Service 'web' selects app=wbe/);
  expect(status).toBe(1);
});
