import { Construct } from 'constructs';
import {
  Deployment,
  type Env,
  Exposure,
  Ingress,
  NetworkPolicies,
  type Port,
  recordLink,
  type Service,
} from '../../../constructs';
import { at, refusalOf, type TestStack } from '../../synth';
import { dns, http, metrics, namesOf, podOf, podsOf, specOf, webOf } from './policies';

function refusal(build: (stack: TestStack) => void): string {
  return refusalOf((stack) => {
    build(stack);
    new NetworkPolicies(stack, 'policies', { dns });
  });
}

function make(stack: TestStack, app: string, name: string, options: { ports?: Port[]; env?: Env }): Deployment {
  const containers = [{ name: 'main', image: 'busybox:1.37.0', ...options }];
  return new Deployment(stack, app, { name, selector: { app }, containers });
}

/** A link to a pod `web` from somebody who is neither a workload nor outside. */
function linkFromSomebody(stack: TestStack): Service {
  const web = podOf(stack, 'web', { ports: [http, metrics] });
  recordLink(stack, { from: new Construct(stack, 'somebody'), to: web, port: metrics });
  return web.expose('web-svc', Exposure.clusterIp({ target: http }));
}

describe('a port without a known reader', () => {
  test('is not opened, so that nobody reaches the pods', () => {
    const build = (stack: TestStack) => {
      linkFromSomebody(stack);
    };
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns', 'to-web']);
    expect(specOf('to-web', build)).toEqual({ ...podsOf('web'), policyTypes: ['Ingress'], ingress: [] });
  });

  test('is not opened beside a port that has one', () => {
    const build = (stack: TestStack) => {
      podOf(stack, 'reader', { env: { WEB: linkFromSomebody(stack).address() } });
    };
    expect(at(specOf('to-web', build), 'ingress')).toEqual([{ from: [podsOf('reader')], ports: [{ port: 8000 }] }]);
  });

  test('is not opened beside a port that is reached from outside', () => {
    const build = (stack: TestStack) => {
      new Ingress(stack, 'ingress', { routes: [{ to: linkFromSomebody(stack).port() }] });
    };
    expect(at(specOf('to-web', build), 'ingress')).toEqual([{ ports: [{ port: 8000 }] }]);
  });
});

describe('NetworkPolicies', () => {
  const long = 'a'.repeat(253);
  test.each([
    ['to', long, 'reader', 256],
    ['from', 'web', long, 258],
  ])('fails for a workload whose name leaves no room for %s-', (direction, web, reader, length) => {
    expect(
      refusal((stack) => {
        const target = make(stack, 'web', web, { ports: [http] });
        make(stack, 'reader', reader, { env: { WEB: target.expose('web-svc').address() } });
      }),
    ).toBe(
      `test/policies: NetworkPolicy name '${direction}-${long}' has ${length} characters; 253 are allowed. Shorten it.`,
    );
  });

  test('fails for two targets of one name', () => {
    expect(
      refusal((stack) => {
        webOf(stack, Exposure.loadBalancer());
        make(stack, 'other', 'web', { ports: [http] }).expose('other-svc', Exposure.loadBalancer());
      }),
    ).toBe(
      "test/policies: two policies would be called 'to-web', because two workloads have one name. Rename one of them.",
    );
  });

  test('fails for two readers of one name', () => {
    expect(
      refusal((stack) => {
        const env = { WEB: webOf(stack).address() };
        podOf(stack, 'reader', { env });
        make(stack, 'other', 'reader', { env });
      }),
    ).toBe(
      "test/policies: two policies would be called 'from-reader', because two workloads have one name. Rename one of them.",
    );
  });

  test('may be called like a workload', () => {
    const build = (stack: TestStack) => {
      podOf(stack, 'default-deny', { env: { WEB: webOf(stack).address() } });
    };
    expect(namesOf(build)).toEqual(['default-deny', 'allow-dns', 'to-web', 'from-default-deny']);
  });
});
