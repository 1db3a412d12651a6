import { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { toHaveNoFindings } from '../../checks';
import { problemsOf } from '../../checks/read/synthesized';
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

// What another stack brings is outside of each of them: there is a test of all together in rules.
test.each(stackNames())('stack %s has no finding that is certain in itself', (name) => {
  const needed = stackOf(name).needs.some((need) => need instanceof Object && Stack.isStack(need as Stack));
  if (!needed) expect(stackOf(name)).toHaveNoFindings();
  else expect(stackOf(name).toJson()).not.toEqual([]);
});
