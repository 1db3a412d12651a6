import {
  App,
  Deployment,
  Exposure,
  Pod,
  Port,
  Probe,
  ReplicaSet,
  ServiceAccount,
  StatefulSet,
  type WorkloadProps,
} from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';
import { BARE, HTTP } from '../pods/pod-of';

const web: WorkloadProps = { containers: [{ ...BARE, ports: [HTTP] }] };
const shop = { name: 'shop' };

const KINDS = [
  ['Pod', Pod],
  ['ReplicaSet', ReplicaSet],
  ['Deployment', Deployment],
  ['StatefulSet', StatefulSet],
] as const;

describe.each(KINDS)('a %s', (kind, Kind) => {
  test('is selected by its name', () => {
    const manifests = synth((stack) => new Kind(stack, 'web', { ...web, name: 'store' }).expose('svc'));
    expect(only(manifests, 'Service', 'svc').spec).toEqual({
      selector: { app: 'store' },
      ports: [{ name: 'http', port: 8000 }],
    });
  });

  test('is named like its construct', () => {
    const manifests = synth((stack) => new Kind(stack, 'web', web));
    expect(only(manifests, kind).metadata.name).toBe('web');
  });

  test('has its selector on its pods and on its Service', () => {
    const selector = { app: 'shop', tier: 'front' };
    const manifests = synth((stack) => new Kind(stack, 'web', { ...web, selector }).expose('svc'));
    const { metadata, spec } = only(manifests, kind);
    expect(kind === 'Pod' ? metadata : at(spec, 'template.metadata')).toMatchObject({ labels: selector });
    expect(at(only(manifests, 'Service', 'svc'), 'spec.selector')).toEqual(selector);
  });

  test('has its Service in its Namespace', () => {
    const manifests = synth((stack) => new Kind(stack, 'web', { ...web, namespace: shop }).expose('svc'));
    expect(only(manifests, kind).metadata.namespace).toBe('shop');
    expect(only(manifests, 'Service', 'svc').metadata.namespace).toBe('shop');
  });

  test('is in the Namespace of its stack', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    const serviceAccount = new ServiceAccount(stack, 'seller');
    new Kind(stack, 'web', { ...web, serviceAccount }).expose('svc');
    expect(only(stack.toJson(), kind).metadata.namespace).toBe('test-other');
    expect(only(stack.toJson(), 'Service', 'svc').metadata.namespace).toBe('test-other');
  });

  test('fails for a selector that is no label', () => {
    expect(refusalOf((stack) => new Kind(stack, 'web', { ...web, selector: { app: 'the shop' } }))).toBe(
      "test/web: label app has the value 'the shop'; allowed are at most 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit. Change the value, or make it an annotation.",
    );
  });

  test('fails for an empty selector', () => {
    expect(refusalOf((stack) => new Kind(stack, 'web', { ...web, selector: {} }))).toBe(
      `test/web: the pods of ${kind} 'web' have no label to select them by. Leave the selector out for 'app: <name>'.`,
    );
  });

  test('fails for a label that is none', () => {
    expect(refusalOf((stack) => new Kind(stack, 'web', { ...web, labels: { '-tier': 'front' } }))).toBe(
      "test/web: label key '-tier' is invalid; allowed are at most 63 letters, digits, '-', '_' and '.', after an optional DNS name and '/'. Change the key.",
    );
  });
});

describe('the ports of a workload', () => {
  const metrics = Port.tcp('metrics', 9090);
  const several: WorkloadProps = { ...web, sidecars: [{ ...BARE, name: 'exporter', ports: [metrics] }] };

  test('are those of its containers and sidecars', () => {
    const exposure = Exposure.clusterIp({ target: metrics, port: 80 }, { target: HTTP });
    const manifests = synth((stack) => new Deployment(stack, 'web', several).expose('svc', exposure));
    expect(at(only(manifests, 'Service'), 'spec.ports')).toEqual([
      { name: 'metrics', port: 80, targetPort: 'metrics' },
      { name: 'http', port: 8000 },
    ]);
  });

  test('are published as the exposure says', () => {
    const manifests = synth((stack) => new Deployment(stack, 'web', web).expose('svc', Exposure.headless()));
    expect(at(only(manifests, 'Service'), 'spec.clusterIP')).toBe('None');
  });

  test('fails to choose one of several', () => {
    expect(refusalOf((stack) => new Deployment(stack, 'web', several).expose('svc'))).toBe(
      "test/web/svc: the Service names no port of 'web', which declares 8000 (http), 9090 (metrics). Say which port gets the traffic.",
    );
  });

  test('fails to publish the port of an init container', () => {
    const initContainers = [{ ...BARE, name: 'init', ports: [metrics] }];
    const exposure = Exposure.clusterIp({ target: metrics });
    expect(refusalOf((stack) => new Deployment(stack, 'web', { ...web, initContainers }).expose('svc', exposure))).toBe(
      "test/web/svc: the Service sends traffic to port 9090 (metrics), and 'web' declares 8000 (http). Send it to a port of these pods.",
    );
  });

  test('fails to probe the port of another container', () => {
    const sidecars = [{ ...BARE, name: 'log', ports: [metrics], readiness: Probe.tcp({ port: HTTP }) }];
    expect(refusalOf((stack) => new Deployment(stack, 'web', { ...web, sidecars }))).toBe(
      'test/web: the readiness probe asks port 8000 (http), and the container declares 9090 (metrics). Probe a port of this container.',
    );
  });

  test('fails to publish twice under one name', () => {
    expect(
      refusalOf((stack) => {
        const pods = new Deployment(stack, 'web', web);
        pods.expose('svc');
        pods.expose('svc', Exposure.headless());
      }),
    ).toBe("test/web: the pods are published as 'svc' twice. Give the second Service another name.");
  });
});
