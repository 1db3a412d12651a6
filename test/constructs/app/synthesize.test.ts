import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubeConfigMap, KubePod } from 'cdk8s-plus-27/lib/imports/k8s';
import { App, refuse, synthesize } from '../../../constructs';
import { TestStack } from '../../synth';

let outdir: string;
let out: jest.SpyInstance;
let err: jest.SpyInstance;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  out = jest.spyOn(console, 'log').mockImplementation();
  err = jest.spyOn(console, 'error').mockImplementation();
});

afterEach(() => {
  rmSync(outdir, { recursive: true });
  process.exitCode = undefined;
  jest.restoreAllMocks();
});

describe('synthesize', () => {
  test('prints a line for each file', () => {
    synthesize(() => {
      const app = new App({ outdir });
      const web = new TestStack(app, 'web');
      for (const name of ['a', 'b']) new KubeConfigMap(web, name, { metadata: { name } });
      new KubePod(web, 'pod', { metadata: { name: 'pod' } });
      new KubePod(new TestStack(app, 'one'), 'one', { metadata: { name: 'one' } });
      return app;
    });
    expect(out.mock.calls).toEqual([
      [`${outdir}/web.k8s.yaml: 3 objects (2 ConfigMap, Pod)`],
      [`${outdir}/one.k8s.yaml: 1 object (Pod)`],
    ]);
    expect(process.exitCode).toBeUndefined();
  });

  test('prints the message of a refusal alone, and ends with 1', () => {
    synthesize(() => refuse('KIND_STACKS_EMAIL', 'it is empty', 'Fill it'));
    expect(err.mock.calls).toEqual([['KIND_STACKS_EMAIL: it is empty. Fill it.']]);
    expect(out).not.toHaveBeenCalled();
    expect(process.exitCode).toBe(1);
  });

  test('does not hide a defect of the program', () => {
    expect(() =>
      synthesize(() => {
        throw new TypeError('x is not a function');
      }),
    ).toThrow(TypeError);
    expect(process.exitCode).toBeUndefined();
  });
});
