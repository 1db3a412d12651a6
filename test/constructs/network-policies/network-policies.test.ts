import { Exposure, type NetworkPoliciesProps, type PodPort, Port } from '../../../constructs';
import { at, type TestStack } from '../../synth';
import { dns, http, metrics, namesOf, podOf, podsOf, policiesOf, specOf, webOf } from './policies';

describe('NetworkPolicies', () => {
  test('all props, in a stack without links', () => {
    const props: Required<NetworkPoliciesProps> = { dns };
    const policy = (name: string, spec: object) => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name, labels: { 'app.kubernetes.io/part-of': 'test' } },
      spec,
    });
    expect(policiesOf((stack) => webOf(stack), props)).toEqual([
      policy('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
      policy('allow-dns', {
        podSelector: {},
        policyTypes: ['Egress'],
        egress: [
          {
            to: [
              {
                namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
                podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
              },
            ],
            ports: [{ port: 53, protocol: 'UDP' }, { port: 53 }],
          },
        ],
      }),
    ]);
  });

  test('names are resolved by pods of the same Namespace when no other is said', () => {
    const here = { name: 'DNS', selector: { app: 'dns' }, ports: [Port.tcp('dns', 53)] };
    expect(
      at(
        specOf('allow-dns', () => undefined, { dns: here }),
        'egress',
      ),
    ).toEqual([{ to: [podsOf('dns')], ports: [{ port: 53 }] }]);
  });

  test('names are resolved at ports that are known by name alone', () => {
    const ports: PodPort[] = [
      { name: 'dns', protocol: 'UDP' },
      { name: 'dns-tcp', protocol: 'TCP' },
    ];
    expect(
      at(
        specOf('allow-dns', () => undefined, { dns: { ...dns, ports } }),
        'egress.0.ports',
      ),
    ).toEqual([{ port: 'dns', protocol: 'UDP' }, { port: 'dns-tcp' }]);
  });

  test('an address opens the way from its reader to the port of the pods', () => {
    const build = (stack: TestStack) => {
      const service = webOf(stack, Exposure.clusterIp({ port: 80 }));
      podOf(stack, 'reader', { env: { WEB: service.address() } });
    };
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns', 'to-web', 'from-reader']);
    expect(specOf('to-web', build)).toEqual({
      ...podsOf('web'),
      policyTypes: ['Ingress'],
      ingress: [{ from: [podsOf('reader')], ports: [{ port: 8000 }] }],
    });
    expect(specOf('from-reader', build)).toEqual({
      ...podsOf('reader'),
      policyTypes: ['Egress'],
      egress: [{ to: [podsOf('web')], ports: [{ port: 8000 }] }],
    });
  });

  test('several readers stand in one rule, each once', () => {
    const build = (stack: TestStack) => {
      const service = webOf(stack);
      podOf(stack, 'a', { env: { WEB: service.address(), AGAIN: service.address() } });
      podOf(stack, 'b', { env: { WEB: service.address() } });
    };
    expect(at(specOf('to-web', build), 'ingress')).toEqual([
      { from: [podsOf('a'), podsOf('b')], ports: [{ port: 8000 }] },
    ]);
    expect(at(specOf('from-a', build), 'egress')).toEqual([{ to: [podsOf('web')], ports: [{ port: 8000 }] }]);
  });

  test('each port of the pods has a rule of its own', () => {
    const build = (stack: TestStack) => {
      const web = podOf(stack, 'web', { ports: [http, metrics] });
      const service = web.expose('web-svc', Exposure.clusterIp({ target: http }, { target: metrics }));
      podOf(stack, 'user', { env: { WEB: service.address('http') } });
      podOf(stack, 'monitor', { env: { METRICS: service.address('metrics'), WEB: service.address('http') } });
    };
    expect(at(specOf('to-web', build), 'ingress')).toEqual([
      { from: [podsOf('user'), podsOf('monitor')], ports: [{ port: 8000 }] },
      { from: [podsOf('monitor')], ports: [{ port: 9090 }] },
    ]);
    expect(at(specOf('from-monitor', build), 'egress')).toEqual([
      { to: [podsOf('web')], ports: [{ port: 9090 }, { port: 8000 }] },
    ]);
  });

  test('a reader of two workloads may go to both', () => {
    const build = (stack: TestStack) => {
      const api = podOf(stack, 'api', { ports: [http] });
      const env = { WEB: webOf(stack).address(), API: api.expose('api-svc').address() };
      podOf(stack, 'reader', { env });
    };
    expect(at(specOf('from-reader', build), 'egress')).toEqual([
      { to: [podsOf('web')], ports: [{ port: 8000 }] },
      { to: [podsOf('api')], ports: [{ port: 8000 }] },
    ]);
  });
});
