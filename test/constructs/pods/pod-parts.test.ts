import { Duration } from 'cdk8s';
import {
  type ContainerProps,
  EmptyDir,
  type NamespaceReference,
  Pod,
  Port,
  Probe,
  ServiceAccount,
} from '../../../constructs';
import { only, refusalOf, synth } from '../../synth';
import { BARE, BARE_POD, EVERY_PART, everyPart, podOf, podRefusal } from './pod-of';

const shop = { name: 'shop' };
const named = (name: string, props: Partial<ContainerProps> = {}): ContainerProps => ({ ...BARE, name, ...props });
const mounting = (name: string, ...volumes: string[]) =>
  named(name, { mounts: volumes.map((volume) => new EmptyDir(volume).at(`/${volume}`)) });

function accountRefusal(account?: NamespaceReference, pod?: NamespaceReference): string {
  return refusalOf((stack) => {
    const serviceAccount = new ServiceAccount(stack, 'seller', { namespace: account });
    new Pod(stack, 'web', { containers: [BARE], serviceAccount, namespace: pod });
  });
}

describe('a pod', () => {
  test('with minimal props', () => {
    expect(podOf({})).toEqual(BARE_POD);
  });

  test('with all props', () => {
    const manifests = synth((stack) => new Pod(stack, 'web', { ...everyPart(stack), namespace: shop }));
    expect(only(manifests, 'Pod').spec).toEqual(EVERY_PART);
  });

  test('has no empty list of init containers and volumes', () => {
    const spec = podOf({ initContainers: [], sidecars: [] });
    expect(spec).not.toHaveProperty('initContainers');
    expect(spec).not.toHaveProperty('volumes');
  });

  test('starts init containers in their order, then sidecars', () => {
    const { initContainers, containers } = podOf({
      sidecars: [named('proxy'), named('log')],
      initContainers: [named('second'), named('first')],
      containers: [named('web'), named('api')],
    });
    expect(initContainers).toMatchObject([{ name: 'second' }, { name: 'first' }, { name: 'proxy' }, { name: 'log' }]);
    expect(containers).toMatchObject([{ name: 'web' }, { name: 'api' }]);
  });

  test('restarts sidecars and nothing else', () => {
    const { initContainers, containers } = podOf({ initContainers: [named('init')], sidecars: [named('log')] });
    expect([initContainers, containers].flat()).toEqual([
      expect.not.objectContaining({ restartPolicy: 'Always' }),
      expect.objectContaining({ name: 'log', restartPolicy: 'Always' }),
      expect.not.objectContaining({ restartPolicy: 'Always' }),
    ]);
  });

  test('has its volumes in the order of the first mount', () => {
    const { volumes } = podOf({
      containers: [mounting('web', 'd', 'a')],
      sidecars: [mounting('log', 'c')],
      initContainers: [mounting('init', 'b')],
    });
    expect(volumes).toMatchObject([{ name: 'b' }, { name: 'c' }, { name: 'd' }, { name: 'a' }]);
  });

  test('may be killed at once', () => {
    expect(podOf({ gracePeriod: Duration.seconds(0) }).terminationGracePeriodSeconds).toBe(0);
  });

  test('may listen where an init container listened before', () => {
    const ports = [Port.tcp('http', 80)];
    expect(podOf({ initContainers: [named('init', { ports })], containers: [named('web', { ports })] })).toMatchObject({
      initContainers: [{ ports: [{ containerPort: 80 }] }],
      containers: [{ ports: [{ containerPort: 80 }] }],
    });
  });

  test('may have a ServiceAccount without a Namespace when it has none itself', () => {
    const manifests = synth((stack) => {
      new Pod(stack, 'web', { containers: [BARE], serviceAccount: new ServiceAccount(stack, 'seller') });
    });
    expect(only(manifests, 'Pod').spec).toEqual({ ...BARE_POD, serviceAccountName: 'seller' });
  });

  test('fails without a container', () => {
    expect(podRefusal({ containers: [], sidecars: [BARE] })).toBe(
      'test/web: the pod has no container. Give it at least one.',
    );
  });

  test('fails for two containers of one name', () => {
    expect(podRefusal({ containers: [named('web'), named('web')] })).toBe(
      "test/web: two containers have the name 'web'. Give each container of the pod a name of its own.",
    );
  });

  test.each([
    ['an init container and a container', { initContainers: [BARE] }],
    ['a sidecar and a container', { sidecars: [BARE] }],
    ['an init container and a sidecar', { initContainers: [named('log')], sidecars: [named('log')] }],
  ])('fails for one name of %s', (_who, parts) => {
    expect(podRefusal(parts)).toMatch(/^test\/web: two containers have the name '(web|log)'\. /);
  });

  test.each([
    [
      'two containers',
      { containers: [named('a', { ports: [Port.tcp('http', 80)] }), named('b', { ports: [Port.tcp('www', 80)] })] },
    ],
    [
      'a sidecar and a container',
      {
        sidecars: [named('a', { ports: [Port.tcp('http', 80)] })],
        containers: [named('b', { ports: [Port.tcp('www', 80)] })],
      },
    ],
  ])('fails for one port of %s', (_who, parts) => {
    expect(podRefusal(parts)).toBe(
      "test/web: ports 'http' and 'www' both have the number 80/TCP. Declare the port once.",
    );
  });

  test('fails for two volumes of one name', () => {
    expect(podRefusal({ initContainers: [mounting('init', 'data')], containers: [mounting('web', 'data')] })).toBe(
      "test/web: two volumes have the name 'data'. Give each volume of the pod a name of its own.",
    );
  });

  test.each(['readiness', 'liveness'])('fails for an init container with a %s probe', (what) => {
    const ports = [Port.tcp('http', 80)];
    expect(podRefusal({ initContainers: [named('init', { ports, [what]: Probe.tcp() })] })).toBe(
      "test/web: init container 'init' has a probe, and it is gone before anybody could ask. Remove the probe, or make it a sidecar.",
    );
  });

  test('fails for a ServiceAccount of another Namespace', () => {
    expect(accountRefusal({ name: 'bank' }, shop)).toBe(
      "test/web: ServiceAccount 'seller' is in the Namespace 'bank', and it can be used only there, not in the Namespace 'shop'. Put both into one Namespace.",
    );
  });

  test.each([
    [
      'an account',
      shop,
      undefined,
      /'seller' is in the Namespace 'shop', .* not in the Namespace that kubectl is told\. /,
    ],
    ['a pod', undefined, shop, /'seller' is in the Namespace that kubectl is told, .* not in the Namespace 'shop'\. /],
  ])('fails when only %s names its Namespace', (_who, account, pod, message) => {
    expect(accountRefusal(account, pod)).toMatch(message);
  });
});
