import { App, Exposure, NetworkPolicies, Pod, Service } from '../../../constructs';
import { at, only, TestStack } from '../../synth';
import { dns, http, namesOf, podOf, podsOf, specOf, webOf } from './policies';

const of = (namespace: string) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
});

/** A pod `web` of another Namespace than that of the stack. */
function elsewhere(stack: TestStack, env = {}): Pod {
  const containers = [{ name: 'web', image: 'busybox:1.37.0', ports: [http], env }];
  return new Pod(stack, 'web', { namespace: { name: 'shop' }, containers });
}

/** A stack and its alternative, which has a Namespace of its own. */
function forms(): { readonly main: TestStack; readonly other: TestStack } {
  const app = new App();
  const main = new TestStack(app);
  return { main, other: new TestStack(app, 'test-other', { alternativeTo: main }) };
}

function policyOf(stack: TestStack, name: string): unknown {
  new NetworkPolicies(stack, 'policies', { dns });
  return at(only(stack.toJson(), 'NetworkPolicy', name), 'spec');
}

describe('NetworkPolicies across Namespaces', () => {
  test('leave the pods of another Namespace alone, and let a reader go to them', () => {
    const build = (stack: TestStack) => {
      podOf(stack, 'reader', { env: { WEB: elsewhere(stack).expose('svc').address() } });
    };
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns', 'from-reader']);
    expect(at(specOf('from-reader', build), 'egress')).toEqual([
      { to: [{ ...of('shop'), ...podsOf('web') }], ports: [{ port: 8000 }] },
    ]);
  });

  test('leave the pods of another Namespace alone, though they are reached from outside', () => {
    const build = (stack: TestStack) => {
      elsewhere(stack).expose('svc', Exposure.loadBalancer());
    };
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns']);
  });

  test('leave a reader of another Namespace alone, and let it in', () => {
    const build = (stack: TestStack) => {
      const api = podOf(stack, 'api', { ports: [http] });
      elsewhere(stack, { API: api.expose('api-svc').address() });
    };
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns', 'to-api']);
    expect(at(specOf('to-api', build), 'ingress')).toEqual([
      { from: [{ ...of('shop'), ...podsOf('web') }], ports: [{ port: 8000 }] },
    ]);
  });

  test('keep two workloads of one name apart when only one of them is here', () => {
    const build = (stack: TestStack) => {
      const theirs = elsewhere(stack).expose('theirs').address();
      const here = new Pod(stack, 'here', {
        name: 'web',
        containers: [{ name: 'web', image: 'busybox:1.37.0', ports: [http] }],
      });
      podOf(stack, 'reader', { env: { OURS: here.expose('ours').address() } });
      podOf(stack, 'stranger', { env: { THEIRS: theirs } });
    };
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns', 'to-web', 'from-reader', 'from-stranger']);
    expect(at(specOf('to-web', build), 'ingress.0.from')).toEqual([podsOf('reader')]);
    expect(at(specOf('from-reader', build), 'egress.0.to')).toEqual([podsOf('web')]);
    expect(at(specOf('from-stranger', build), 'egress.0.to')).toEqual([{ ...of('shop'), ...podsOf('web') }]);
  });

  test('are in the Namespace of their stack and name none for its own pods', () => {
    const { other } = forms();
    podOf(other, 'reader', { env: { WEB: webOf(other).address() } });
    expect(policyOf(other, 'to-web')).toMatchObject({ ingress: [{ from: [podsOf('reader')] }] });
    const policies = other.toJson().filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies.map(({ metadata }) => metadata.namespace)).toEqual(Array(4).fill('test-other'));
  });

  test('let a reader go to pods of another stack', () => {
    const { main, other } = forms();
    podOf(main, 'reader', { env: { WEB: webOf(other).address() } });
    expect(at(policyOf(main, 'from-reader'), 'egress')).toEqual([
      { to: [{ ...of('test-other'), ...podsOf('web') }], ports: [{ port: 8000 }] },
    ]);
  });

  test('take pods without a Namespace for those of the default one when their own stack has one', () => {
    const { main, other } = forms();
    podOf(other, 'reader', { env: { WEB: webOf(main).address() } });
    expect(at(policyOf(other, 'from-reader'), 'egress')).toEqual([
      { to: [{ ...of('default'), ...podsOf('web') }], ports: [{ port: 8000 }] },
    ]);
  });

  test('take pods described as data for those of the stack when no Namespace is said', () => {
    const { other } = forms();
    const target = { name: 'proxy', selector: { app: 'proxy' }, ports: [http] };
    podOf(other, 'reader', { env: { PROXY: new Service(other, 'proxy-svc', { target }).address() } });
    expect(at(policyOf(other, 'from-reader'), 'egress.0.to')).toEqual([podsOf('proxy')]);
  });

  test('let a reader of two targets with one name go to both', () => {
    const { main, other } = forms();
    const env = { HERE: webOf(other).address(), THERE: webOf(main).address() };
    podOf(other, 'reader', { env });
    expect(at(policyOf(other, 'from-reader'), 'egress')).toEqual([
      { to: [podsOf('web')], ports: [{ port: 8000 }] },
      { to: [{ ...of('default'), ...podsOf('web') }], ports: [{ port: 8000 }] },
    ]);
  });
});
