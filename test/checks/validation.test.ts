import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KindStacksValidation, type ValidationProps } from '../../checks';

const SERVICE = (annotations = '') =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: web${annotations}\nspec:\n  selector:\n    app: wbe\n  ports:\n    - port: 80\n`;
const CONFIG = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  creationTimestamp: null\n`;

let folder: string;
const before = process.cwd();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kind-stacks-'));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

async function validate(text: string, props?: ValidationProps) {
  writeFileSync('a.yaml', text);
  const violations: string[] = [];
  const submitted: unknown[] = [];
  await new KindStacksValidation(props).validate({
    manifests: ['a.yaml'],
    report: {
      addViolation: ({ ruleName, recommendation, violatingResources: [resource] }) =>
        violations.push(`${ruleName}: ${recommendation}, ${resource?.resourceName} at ${resource?.locations}`),
      submit: (...args) => submitted.push(args),
    },
  });
  return { violations, submitted };
}

describe('KindStacksValidation', () => {
  test('reports rule, object and field, and fails', async () => {
    expect(await validate(SERVICE())).toEqual({
      violations: [
        "service-selects-nothing (error): Service 'web' selects app=wbe; no pod in namespace 'default' has it, web at spec.selector (line 6)",
      ],
      submitted: [['failure', { findings: '1' }]],
    });
  });

  test('passes what is right, and what is acknowledged', async () => {
    const reason = '\n  annotations: {kind-stacks/acknowledge.service-selects-nothing: made by hand}';
    for (const text of [CONFIG, SERVICE(reason)])
      expect(await validate(text)).toEqual({ violations: [], submitted: [['success', { findings: '0' }]] });
  });

  test('reports from the level that cdk8s.yaml says', async () => {
    expect((await validate(CONFIG, { level: 'advice' })).violations).toHaveLength(1);
    expect((await validate(CONFIG, { level: 'error' })).violations).toEqual([]);
  });

  test('reads kind-stacks.yaml', async () => {
    writeFileSync('kind-stacks.yaml', 'rules: {service-selects-nothing: off}\nkubernetes: "1.36"\n');
    expect((await validate(SERVICE())).violations).toEqual([]);
    writeFileSync('kind-stacks.yaml', 'rules: {service-selects-nothing: advice}\n');
    expect((await validate(SERVICE())).violations).toEqual([]);
  });

  test('tells of a file that is no YAML', async () => {
    expect((await validate('apiVersion: v1\nkind: [')).violations).toEqual([
      expect.stringMatching(/^yaml-invalid \(error\): /),
    ]);
  });

  test('fails for a level that there is not', () => {
    expect(() => new KindStacksValidation({ level: 'fatal' as 'error' })).toThrow(
      "cdk8s.yaml: the level is 'fatal'; allowed are error, warning, advice",
    );
  });
});
