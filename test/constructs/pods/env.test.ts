import * as fc from 'fast-check';
import { Credentials, Deployment, type EnvSource, Pod, Port, Service } from '../../../constructs';
import { at, only, synth } from '../../synth';
import { BARE, containerOf, containerRefusal } from './pod-of';

const NAME = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/);

describe('the environment of a container', () => {
  test('has texts in the order in which they are written', () => {
    expect(containerOf({ env: { ZONE: 'a', EMPTY: '', AREA: 'b' } }).env).toEqual([
      { name: 'ZONE', value: 'a' },
      { name: 'EMPTY', value: '' },
      { name: 'AREA', value: 'b' },
    ]);
  });

  test('has the key of a Secret as a reference', () => {
    const manifests = synth((stack) => {
      const secret = Credentials.existing('login').secret(stack, 'secret', ['password']);
      new Pod(stack, 'web', { containers: [{ ...BARE, env: { PASSWORD: secret.key('password') } }] });
    });
    expect(at(only(manifests, 'Pod'), 'spec.containers.0.env')).toEqual([
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'login', key: 'password' } } },
    ]);
  });

  test('has the address of a Service as the pod has to write it', () => {
    const manifests = synth((stack) => {
      const target = { name: 'api', selector: { app: 'api' }, ports: [Port.tcp('http', 80)] };
      const service = new Service(stack, 'api', { target, namespace: { name: 'shop' } });
      new Pod(stack, 'web', { containers: [{ ...BARE, env: { API: service.address() } }] });
    });
    expect(at(only(manifests, 'Pod'), 'spec.containers.0.env')).toEqual([{ name: 'API', value: 'api.shop:80' }]);
  });

  test('tells a source who reads which variable', () => {
    const source: EnvSource = {
      toEnv: (consumer, variable) => ({ value: `${variable} of ${consumer.node.path} in ${consumer.namespace}` }),
    };
    const manifests = synth(
      (stack) =>
        new Deployment(stack, 'web', { containers: [{ ...BARE, env: { WHO: source } }], namespace: { name: 'shop' } }),
    );
    expect(at(only(manifests, 'Deployment'), 'spec.template.spec.containers.0.env')).toEqual([
      { name: 'WHO', value: 'WHO of test/web in shop' },
    ]);
  });

  test('takes every name that a shell can read', () => {
    fc.assert(
      fc.property(NAME, fc.string(), (name, value) => {
        expect(containerOf({ env: { [name]: value } }).env).toEqual([{ name, value }]);
      }),
    );
  });

  test('fails for a name that a program cannot read', () => {
    expect(containerRefusal({ env: { PATH: '/bin', 'MY-NAME': 'x' } })).toBe(
      "test/web: environment variable 'MY-NAME' is no name that a program can read; allowed are letters, digits and '_', not beginning with a digit. Rename it.",
    );
  });

  test.each(['', '1ST', ' A', 'A\n', 'ÄRA'])("fails for the name '%s'", (name) => {
    expect(containerRefusal({ env: { [name]: 'x' } })).toMatch(/^test\/web: environment variable '[^']*' is no name /);
  });

  test('fails for a name with any other character', () => {
    const foreign = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 1 })
      .filter((character) => !/[A-Za-z0-9_]/.test(character));
    fc.assert(
      fc.property(NAME, foreign, NAME, (before, character, after) => {
        expect(containerRefusal({ env: { [before + character + after]: 'x' } })).toMatch(
          / is no name that a program can read; /,
        );
      }),
    );
  });
});
