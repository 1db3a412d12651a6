import { Address, App, Deployment, type Env, Exposure, linksOf, Service } from '../../../constructs';
import { at, only, refusalOf, synth, TestStack } from '../../synth';
import { http, metrics, pods } from './pods';

function reader(stack: TestStack, env: Env, namespace?: string): Deployment {
  return new Deployment(stack, 'reader', {
    namespace: namespace === undefined ? undefined : { name: namespace },
    containers: [{ name: 'reader', image: 'busybox:1.37.0', env }],
  });
}

function envOf(stack: TestStack): unknown {
  return at(only(stack.toJson(), 'Deployment', 'reader'), 'spec.template.spec.containers.0.env');
}

function addressSeen(from: string | undefined, service: string | undefined): unknown {
  const stack = new TestStack();
  const namespace = service === undefined ? undefined : { name: service };
  reader(stack, { WEB: new Service(stack, 'web', { target: pods(http), namespace }).address() }, from);
  return envOf(stack);
}

describe('Address of a Service', () => {
  test.each([
    [undefined, undefined, 'web:8000'],
    ['shop', 'shop', 'web:8000'],
    ['shop', undefined, 'web.default:8000'],
    [undefined, 'shop', 'web.shop:8000'],
    ['shop', 'store', 'web.store:8000'],
  ])('from the Namespace %s to one in %s it is written with the Namespace it needs', (from, service, value) => {
    expect(addressSeen(from, service)).toEqual([{ name: 'WEB', value }]);
  });

  test('names the Namespace of another stack', () => {
    const app = new App();
    const main = new TestStack(app);
    const other = new TestStack(app, 'test-other', { alternativeTo: main });
    reader(main, { WEB: new Service(other, 'web', { target: pods(http) }).address() });
    expect(envOf(main)).toEqual([{ name: 'WEB', value: 'web.test-other:8000' }]);
  });

  test('follows the name and the number of the Service', () => {
    const stack = new TestStack();
    const exposure = Exposure.clusterIp({ target: http, port: 80 }, { target: metrics, port: 81 });
    const service = new Service(stack, 'web', { name: 'front', target: pods(http, metrics), exposure });
    reader(stack, { WEB: service.address('http'), METRICS: service.address(81) });
    expect(envOf(stack)).toEqual([
      { name: 'WEB', value: 'front:80' },
      { name: 'METRICS', value: 'front:81' },
    ]);
  });

  test('links its reader to the port of the pods', () => {
    const stack = new TestStack();
    const target = pods(http);
    const exposure = Exposure.clusterIp({ port: 80 });
    const from = reader(stack, { WEB: new Service(stack, 'web', { target, exposure }).address() });
    expect(linksOf(stack)).toEqual([{ from, to: target, port: http }]);
  });
});

describe('Address.absent', () => {
  test('is written as it is and acknowledged with its reason', () => {
    const manifests = synth((stack) =>
      reader(stack, { AD_SERVICE: Address.absent('ads', 9555, 'the page asks for no ads') }, 'shop'),
    );
    const deployment = only(manifests, 'Deployment');
    expect(deployment.metadata.annotations).toEqual({
      'kind-stacks/acknowledge.address-unknown': 'AD_SERVICE: the page asks for no ads',
    });
    expect(at(deployment, 'spec.template.spec.containers.0.env')).toEqual([{ name: 'AD_SERVICE', value: 'ads:9555' }]);
  });

  test('links nobody', () => {
    const stack = new TestStack();
    reader(stack, { ADS: Address.absent('ads', 9555, 'no ads') });
    expect(linksOf(stack)).toEqual([]);
  });

  test('of two the annotation gives both reasons', () => {
    const manifests = synth((stack) =>
      reader(stack, { ADS: Address.absent('ads', 1, 'no ads'), MAIL: Address.absent('mail', 65535, 'no mail') }),
    );
    expect(only(manifests, 'Deployment').metadata.annotations).toEqual({
      'kind-stacks/acknowledge.address-unknown': 'ADS: no ads; MAIL: no mail',
    });
  });

  test.each(['', ' \n'])('fails without a reason: %j', (reason) => {
    expect(refusalOf((stack) => reader(stack, { ADS: Address.absent('ads', 9555, reason) }))).toBe(
      "test/reader: ADS names the absent Service 'ads' without a reason. Say why nothing answers there.",
    );
  });

  test('fails for a name that no Service can have', () => {
    expect(refusalOf((stack) => reader(stack, { ADS: Address.absent('Ads', 9555, 'no ads') }))).toBe(
      "test/reader: Service name 'Ads' is invalid; allowed are lower-case letters, digits and '-', beginning with a letter. Rename it, for example to 'ads'.",
    );
  });

  test.each([0, 65536, 1.5])('fails for the port %s', (port) => {
    expect(refusalOf((stack) => reader(stack, { ADS: Address.absent('ads', port, 'no ads') }))).toBe(
      `test/reader: the port of the absent Service 'ads' is ${port}; allowed are whole numbers from 1 to 65535. Write the port on which the program listens.`,
    );
  });
});
