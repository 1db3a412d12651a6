import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './house/files';

const TSC = require.resolve('typescript/bin/tsc');

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

// As it is for somebody who has installed the package: built JavaScript, types, and nothing of ours around.
test('the package works in an app of somebody else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  try {
    const installed = join(folder, 'node_modules/kind-stacks');
    mkdirSync(installed, { recursive: true });
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
    for (const name of Object.keys(dependencies))
      symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
    cpSync(join(ROOT, 'package.json'), join(installed, 'package.json'));
    const node = (...args: readonly string[]) => execFileSync('node', args, { cwd: folder, encoding: 'utf8' });
    node(TSC, '--project', join(ROOT, 'tsconfig.build.json'), '--outDir', join(installed, 'build'));
    writeFileSync(join(folder, 'main.ts'), APP);
    node(TSC, 'main.ts', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'node16');
    expect(node('main.js')).toBe('dist/homework.k8s.yaml: 2 objects (Service, Deployment)\n');
    expect(readFileSync(join(folder, 'dist/homework.k8s.yaml'), 'utf8')).toMatch(/^# Stack homework: my homework\.\n/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
