import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { toHaveNoFindings } from '../../checks';
import { check } from '../../checks/engine';
import { fresh } from '../../checks/model/cluster';
import { ObjectSet } from '../../checks/model/object-set';
import { problemsOf, synthesizedObjects } from '../../checks/read/synthesized';
import { RULES } from '../../checks/rules';
import { App, Stack } from '../../constructs';
import { stackNames, stackOf } from '../stacks/contract';
import { refusalOf } from '../synth';

expect.extend({ toHaveNoFindings });

declare global {
  namespace jest {
    interface Matchers<R> {
      toHaveNoFindings(): R;
    }
  }
}

class Broken extends Stack {
  readonly title = 'a Service without pods';
  readonly needs = [];
  constructor(app: App) {
    super(app, 'broken');
    new ApiObject(this, 'service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web' },
      ...{ spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } },
    });
  }
}

describe('an App that is inspected', () => {
  test('refuses what certainly cannot work, by the path of its construct', () => {
    const app = new App({ inspect: problemsOf });
    new Broken(app);
    expect(refusalOf(() => app.synthYaml())).toEqual(
      "broken/service: spec.selector: Service 'web' selects app=web; no pod in namespace 'default' has it. " +
        'Write the labels of the pods into the selector [service-selects-nothing].',
    );
  });

  test('is written when nobody looks', () => {
    const app = new App();
    new Broken(app);
    expect(app.synthYaml()).toContain('kind: Service');
  });
});

test('an App asks nobody about what stands in its folder already', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  const outdir = join(folder, 'dist');
  const synthesize = () => {
    let asked = 0;
    const inspect = () => {
      asked += 1;
      return [];
    };
    const app = new App({ outdir, inspect });
    new Broken(app);
    app.synth();
    return asked;
  };
  try {
    expect([synthesize(), synthesize()]).toEqual([1, 0]);
    writeFileSync(join(outdir, 'broken.k8s.yaml'), '# changed\n');
    expect(synthesize()).toBe(1);
    writeFileSync(join(outdir, 'more.k8s.yaml'), '');
    expect(synthesize()).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is refused leaves the folder as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  const outdir = join(folder, 'dist');
  mkdirSync(outdir);
  writeFileSync(join(outdir, 'old.k8s.yaml'), 'a: 1\n');
  const app = new App({ outdir, inspect: problemsOf });
  new Broken(app);
  try {
    expect(refusalOf(() => app.synth())).toMatch(/service-selects-nothing/);
    expect(readdirSync(folder, { recursive: true })).toEqual(['dist', 'dist/old.k8s.yaml']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// Each stands beside the others, but what replaces one of them.
test.each(stackNames())('%s has no finding above advice among all stacks, but what it acknowledges', (name) => {
  const { replaces } = stackOf(name);
  const others = stackNames()
    .map((one) => stackOf(one))
    .filter((one) => one.name !== name && one.replaces === undefined && one !== replaces);
  const set = [stackOf(name), ...(replaces ? [] : others)].flatMap((stack) =>
    stack.toJson().map((manifest) => ({ path: stack.name, manifest })),
  );
  const findings = check(new ObjectSet(synthesizedObjects(set), fresh({ complete: true })), RULES);
  const open = findings.filter(({ acknowledged, level }) => acknowledged === undefined && level !== 'advice');
  expect(open.filter(({ location }) => location.file === name).map(({ message }) => message)).toEqual([]);
});

describe('toHaveNoFindings', () => {
  test('passes for a chart that is right', () => {
    expect(stackOf('web-pod')).toHaveNoFindings();
  });

  test('says by the construct what is wrong with a chart of any cdk8s app', () => {
    const chart = new Chart(new Cdk8sApp(), 'chart');
    new ApiObject(chart, 'pod', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      ...{ spec: { serviceAccountName: 'b' } },
    });
    expect(() => expect(chart).toHaveNoFindings()).toThrow(/^chart\/pod\n {2}error {2}.*'b'/);
  });

  test('takes what is declared as there', () => {
    const chart = new Chart(new Cdk8sApp(), 'chart');
    new ApiObject(chart, 'pod', {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a' },
      ...{ spec: { serviceAccountName: 'b' } },
    });
    const externals = [{ kind: 'ServiceAccount', namespace: 'default', name: 'b' }];
    expect(toHaveNoFindings(chart, { externals }).pass).toBe(true);
  });
});
