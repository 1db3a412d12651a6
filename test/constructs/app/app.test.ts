import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { KubeConfigMap } from 'cdk8s-plus-27/lib/imports/k8s';
import { parseAllDocuments } from 'yaml';
import { App, Canary, CanaryIngress, Ingress, Path, WebApplication } from '../../../constructs';
import { refusalMessage, TestStack } from '../../synth';

let folder: string;
let outdir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  outdir = join(folder, 'dist');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function appWith(...names: readonly string[]): App {
  const app = new App({ outdir });
  for (const name of names) new KubeConfigMap(new TestStack(app, name), 'settings', { metadata: { name } });
  return app;
}

const written = () =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.yaml')).sort();

describe('App', () => {
  test('writes a file for each main form, and alternatives into a folder of their own', () => {
    const app = appWith('web', 'minio');
    const [web] = app.node.children as TestStack[];
    new TestStack(app, 'web-pod', { alternativeTo: web });
    const files = app.synth();
    expect(files.map(({ path, manifests }) => [path, manifests.map(({ kind }) => kind)])).toEqual([
      ['web.k8s.yaml', ['ConfigMap']],
      ['minio.k8s.yaml', ['ConfigMap']],
      ['alternatives/web-pod.k8s.yaml', ['Namespace']],
    ]);
    expect(written()).toEqual(['dist/alternatives/web-pod.k8s.yaml', 'dist/minio.k8s.yaml', 'dist/web.k8s.yaml']);
  });

  test('says in each file what it is, what it needs and how it was made', () => {
    const app = new App({ outdir });
    const main = new (class extends TestStack {
      public override readonly needs = [{ name: 'MetalLB' }, new TestStack(app, 'other')];
    })(app, 'web');
    new KubeConfigMap(main, 'settings', { metadata: { name: 'settings' } });
    new TestStack(app, 'web-old', { alternativeTo: main, replaces: true });
    app.synth();
    expect(readFileSync(join(outdir, 'web.k8s.yaml'), 'utf8')).toBe(`# Stack web: a test.
# Needs: MetalLB, stack other.
# Made by: npm run synth. List: kubectl get all,ingress -A -l app.kubernetes.io/part-of=web
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  labels:
    app.kubernetes.io/part-of: web
`);
    expect(readFileSync(join(outdir, 'alternatives/web-old.k8s.yaml'), 'utf8')).toBe(`# Stack web-old: a test.
# Needs: nothing but the cluster.
# Replaces: web (delete that first).
# Made by: npm run synth. List: kubectl get all,ingress -A -l app.kubernetes.io/part-of=web-old
`);
  });

  test('takes charts of cdk8s as they are', () => {
    const app = appWith('web');
    new KubeConfigMap(new Chart(app, 'plain'), 'settings', { metadata: { name: 'plain' } });
    new KubeConfigMap(new Chart(new Chart(app, 'outer'), 'inner'), 'settings', { metadata: { name: 'inner' } });
    app.synth();
    expect(written()).toEqual([
      'dist/outer-inner.k8s.yaml',
      'dist/outer.k8s.yaml',
      'dist/plain.k8s.yaml',
      'dist/web.k8s.yaml',
    ]);
    expect(readFileSync(join(outdir, 'plain.k8s.yaml'), 'utf8')).toMatch(/^# Made by: npm run synth\napiVersion: v1\n/);
  });

  test('writes the same as one stream', () => {
    const documents = parseAllDocuments(appWith('web', 'minio').synthYaml());
    expect(documents.map((document) => (document.toJS() as { metadata: { name: string } }).metadata.name)).toEqual([
      'web',
      'minio',
    ]);
  });

  test('takes away the files of stacks that are gone', () => {
    appWith('web', 'minio').synth();
    appWith('web').synth();
    expect(written()).toEqual(['dist/web.k8s.yaml']);
  });

  test('fails when two main forms write the same object', () => {
    const app = appWith('web');
    new KubeConfigMap(new TestStack(app, 'minio'), 'settings', { metadata: { name: 'web', namespace: 'default' } });
    expect(refusalMessage(() => app.synth())).toMatch(
      /^minio\/settings: ConfigMap 'web' is written twice; the first one is web\/settings/,
    );
  });

  test('fails when two main Ingresses take one path, and lets a canary take it', () => {
    const app = appWith('web');
    const [web] = app.node.children as TestStack[];
    const service = new WebApplication(web as TestStack, 'app').expose('svc');
    const other = new WebApplication(web as TestStack, 'new').expose('new-svc');
    const routes = [{ host: 'web.localhost', to: service.port() }];
    const main = new Ingress(web as TestStack, 'main', { routes });
    new CanaryIngress(web as TestStack, 'canary', { of: main, to: other.port(), canary: Canary.byWeight(10) });
    new Ingress(web as TestStack, 'elsewhere', { routes, className: 'other' });
    expect(app.synth()).toHaveLength(1);
    new Ingress(web as TestStack, 'again', { routes });
    expect(refusalMessage(() => app.synth())).toBe(
      "web/again/Resource: Ingress 'again' takes the path '/' of host 'web.localhost', which web/main/Resource takes already. Give one of them another host or another path.",
    );
  });

  test('fails when two main Ingresses take one path of any host', () => {
    const app = appWith('web');
    const [web] = app.node.children as TestStack[];
    const routes = [{ path: Path.exact('/a'), to: new WebApplication(web as TestStack, 'app').expose('svc').port() }];
    for (const id of ['main', 'again']) new Ingress(web as TestStack, id, { routes });
    expect(refusalMessage(() => app.synth())).toMatch(
      /takes the path '\/a' of any host, which web\/main\/Resource takes already/,
    );
  });

  test('lets a form that replaces a stack write its objects, once', () => {
    const app = appWith('web');
    const [main] = app.node.children as TestStack[];
    const form = new TestStack(app, 'web-old', { alternativeTo: main, replaces: true });
    new KubeConfigMap(form, 'settings', { metadata: { name: 'web' } });
    expect(app.synth()).toHaveLength(2);
    new KubeConfigMap(form, 'again', { metadata: { name: 'web' } });
    expect(refusalMessage(() => app.synth())).toMatch(/^web-old\/again: ConfigMap 'web' is written twice/);
  });

  test('fails with the message of a validation, and with the path', () => {
    const app = appWith('web');
    app.node.children[0]?.node.addValidation({ validate: () => ['it never happened'] });
    expect(refusalMessage(() => app.synth())).toBe('web: it never happened. Mend it and synthesise again.');
  });

  test('a refusal leaves the folder as it was', () => {
    appWith('web').synth();
    const app = appWith('minio');
    app.node.addValidation({ validate: () => ['no'] });
    expect(refusalMessage(() => app.synth())).toMatch(/no/);
    expect(written()).toEqual(['dist/web.k8s.yaml']);
  });
});

describe('the output folder', () => {
  test('fails when it holds a file that synthesis would lose', () => {
    appWith('web').synth();
    writeFileSync(join(outdir, 'notes.txt'), 'mine');
    expect(refusalMessage(() => appWith('minio').synth())).toBe(
      `${outdir}: synthesis replaces this folder as a whole, and it holds 'notes.txt', which is not one of its manifests (*.k8s.yaml). Move that file, or name another output folder.`,
    );
    expect(readFileSync(join(outdir, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('fails when it is a file', () => {
    writeFileSync(outdir, 'mine');
    expect(refusalMessage(() => appWith('web').synth())).toBe(
      `${outdir}: the output folder is not a folder. Name another one.`,
    );
  });

  test('fails when it is a link, which a rename would replace', () => {
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), outdir);
    expect(refusalMessage(() => appWith('web').synth())).toMatch(/the output folder is not a folder/);
  });

  test('is made with all folders above it', () => {
    outdir = join(folder, 'a/b/dist');
    appWith('web').synth();
    expect(written()).toEqual(['a/b/dist/web.k8s.yaml']);
  });

  test('is put back when a run was killed between its two renames, even if the next one is refused', () => {
    appWith('web').synth();
    renameSync(outdir, join(folder, '.tmp-dist-before'));
    const app = appWith('minio');
    app.node.addValidation({ validate: () => ['no'] });
    expect(refusalMessage(() => app.synth())).toMatch(/no/);
    expect(written()).toEqual(['dist/web.k8s.yaml']);
    expect(readdirSync(folder)).toEqual(['dist']);
  });

  test('loses what a killed run left beside it, and nothing of a run that goes on', () => {
    mkdirSync(join(folder, '.tmp-dist-999999999'));
    mkdirSync(join(folder, `.tmp-dist-${process.ppid}`));
    appWith('web').synth();
    expect(existsSync(join(folder, '.tmp-dist-999999999'))).toBe(false);
    expect(existsSync(join(folder, `.tmp-dist-${process.ppid}`))).toBe(true);
  });

  test('is empty when there is nothing to write', () => {
    new App({ outdir }).synth();
    expect(readdirSync(outdir)).toEqual([]);
  });
});
