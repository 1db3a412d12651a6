import { Construct } from 'constructs';
import {
  type App,
  Deployment,
  Exposure,
  Ingress,
  NetworkPolicies,
  Port,
  recordLink,
  Service,
} from '../../../constructs';
import { at, TestStack } from '../../synth';
import { dns, http, metrics, namesOf, podOf, podsOf, specOf, webOf } from './policies';

describe('NetworkPolicies of links from outside', () => {
  test.each<[string, (stack: TestStack) => void]>([
    ['a load balancer', (stack) => webOf(stack, Exposure.loadBalancer({ port: 80 }))],
    ['a route', (stack) => new Ingress(stack, 'ingress', { routes: [{ to: webOf(stack).port() }] })],
  ])('%s opens the port of the pods to every address', (_name, build) => {
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns', 'to-web']);
    expect(specOf('to-web', build)).toEqual({
      ...podsOf('web'),
      policyTypes: ['Ingress'],
      ingress: [{ ports: [{ port: 8000 }] }],
    });
  });

  test('a port that is open to every address is not limited by a reader', () => {
    const build = (stack: TestStack) => {
      podOf(stack, 'reader', { env: { WEB: webOf(stack, Exposure.loadBalancer()).address() } });
    };
    expect(at(specOf('to-web', build), 'ingress')).toEqual([{ ports: [{ port: 8000 }] }]);
    expect(at(specOf('from-reader', build), 'egress')).toEqual([{ to: [podsOf('web')], ports: [{ port: 8000 }] }]);
  });

  test('another port of the same pods stays closed', () => {
    const build = (stack: TestStack) => {
      const web = podOf(stack, 'web', { ports: [http, metrics] });
      web.expose('web-lb', Exposure.loadBalancer({ target: http }));
      const inside = web.expose('web-metrics', Exposure.clusterIp({ target: metrics }));
      podOf(stack, 'monitor', { env: { METRICS: inside.address() } });
    };
    expect(at(specOf('to-web', build), 'ingress')).toEqual([
      { ports: [{ port: 8000 }] },
      { from: [podsOf('monitor')], ports: [{ port: 9090 }] },
    ]);
  });
});

describe('NetworkPolicies', () => {
  test('select pods by all their labels', () => {
    const selector = { app: 'shop', part: 'cart' };
    const build = (stack: TestStack) => {
      const env = { WEB: webOf(stack).address() };
      new Deployment(stack, 'cart', { selector, containers: [{ name: 'cart', image: 'busybox:1.37.0', env }] });
    };
    const pods = { podSelector: { matchLabels: selector } };
    expect(specOf('from-cart', build)).toMatchObject(pods);
    expect(at(specOf('to-web', build), 'ingress.0.from')).toEqual([pods]);
  });

  test('keep the protocol', () => {
    const build = (stack: TestStack) => {
      const resolver = podOf(stack, 'resolver', { ports: [Port.udp('dns', 5353)] });
      podOf(stack, 'reader', { env: { DNS: resolver.expose('resolver-svc').address() } });
    };
    const ports = [{ port: 5353, protocol: 'UDP' }];
    expect(at(specOf('to-resolver', build), 'ingress')).toEqual([{ from: [podsOf('reader')], ports }]);
    expect(at(specOf('from-reader', build), 'egress')).toEqual([{ to: [podsOf('resolver')], ports }]);
  });

  test('let a reader go to pods of another Namespace', () => {
    const target = { name: 'proxy', selector: { app: 'proxy' }, ports: [http], in: { name: 'edge' } };
    const build = (stack: TestStack) => {
      podOf(stack, 'reader', { env: { PROXY: new Service(stack, 'proxy-svc', { target }).address() } });
    };
    const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } };
    expect(at(specOf('from-reader', build), 'egress')).toEqual([
      { to: [{ namespaceSelector, ...podsOf('proxy') }], ports: [{ port: 8000 }] },
    ]);
  });

  test('make nothing of a reader that is no workload', () => {
    const build = (stack: TestStack) => {
      const { target } = webOf(stack);
      recordLink(stack, { from: new Construct(stack, 'somebody'), to: target, port: http });
      podOf(stack, 'reader', { env: { WEB: new Service(stack, 'again', { target }).address() } });
    };
    expect(at(specOf('to-web', build), 'ingress')).toEqual([{ from: [podsOf('reader')], ports: [{ port: 8000 }] }]);
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns', 'to-web', 'from-reader']);
  });

  test('know nothing of links that are made later', () => {
    const stack = new TestStack();
    const service = webOf(stack);
    new NetworkPolicies(stack, 'policies', { dns });
    podOf(stack, 'reader', { env: { WEB: service.address() } });
    const policies = stack.toJson().filter(({ kind }) => kind === 'NetworkPolicy');
    expect(policies.map(({ metadata }) => metadata.name)).toEqual(['default-deny', 'allow-dns']);
  });

  test('are those of one stack', () => {
    const build = (stack: TestStack) => {
      const other = new TestStack(stack.node.root as App, 'other');
      podOf(other, 'reader', { env: { WEB: webOf(other).address() } });
    };
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns']);
  });
});
