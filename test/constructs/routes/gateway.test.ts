import { App, Gateway, type GatewayProps } from '../../../constructs';
import { only, refusalOf, synth, TestStack } from '../../synth';

describe('Gateway', () => {
  const listeners = [{ name: 'http', port: 80, protocol: 'HTTP', allowedRoutes: { namespaces: { from: 'All' } } }];

  test('minimal props', () => {
    expect(synth((stack) => new Gateway(stack, 'kind', { className: 'envoy' }))).toEqual([
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'Gateway',
        metadata: { name: 'kind', labels: { 'app.kubernetes.io/part-of': 'test' } },
        spec: { gatewayClassName: 'envoy', listeners },
      },
    ]);
  });

  test('all props', () => {
    const props: Required<GatewayProps> = {
      name: 'entrance',
      namespace: { name: 'gateways' },
      labels: { tier: 'edge' },
      annotations: { owner: 'team' },
      className: 'envoy',
      regularExpressions: true,
    };
    expect(
      only(
        synth((stack) => new Gateway(stack, 'kind', props)),
        'Gateway',
      ),
    ).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: {
        name: 'entrance',
        namespace: 'gateways',
        labels: { 'app.kubernetes.io/part-of': 'test', tier: 'edge' },
        annotations: { owner: 'team' },
      },
      spec: { gatewayClassName: 'envoy', listeners },
    });
  });

  test('tells its name and its Namespace', () => {
    const props = { className: 'envoy', name: 'entrance', namespace: { name: 'gateways' } };
    const { name, namespace } = new Gateway(new TestStack(), 'kind', props);
    expect([name, namespace]).toEqual(['entrance', 'gateways']);
  });

  test('is in the Namespace of its stack', () => {
    const app = new App();
    const stack = new TestStack(app, 'test-other', { alternativeTo: new TestStack(app) });
    expect(new Gateway(stack, 'kind', { className: 'envoy' }).namespace).toBe('test-other');
  });

  test.each([
    [undefined, false],
    [false, false],
    [true, true],
  ])('matches regular expressions only when it is told: %s', (regularExpressions, matches) => {
    const gateway = new Gateway(new TestStack(), 'kind', { className: 'envoy', regularExpressions });
    expect(gateway.regularExpressions).toBe(matches);
  });

  test('fails for a class that cannot exist', () => {
    expect(refusalOf((stack) => new Gateway(stack, 'kind', { className: 'Envoy Gateway' }))).toBe(
      "test/kind: GatewayClass name 'Envoy Gateway' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'envoy-gateway'.",
    );
  });

  test('fails for a name that it cannot have', () => {
    expect(refusalOf((stack) => new Gateway(stack, 'Kind', { className: 'envoy' }))).toBe(
      "test/Kind: Gateway name 'Kind' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'kind'.",
    );
  });
});
