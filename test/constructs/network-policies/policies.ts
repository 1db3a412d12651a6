import {
  type Env,
  type Exposure,
  type Manifest,
  NetworkPolicies,
  type NetworkPoliciesProps,
  Pod,
  Port,
  type Service,
  type ServiceTarget,
} from '../../../constructs';
import { at, only, synth, type TestStack } from '../../synth';

export const http = Port.tcp('http', 8000);
export const metrics = Port.tcp('metrics', 9090);

/** The pods that resolve names. */
export const dns: ServiceTarget = {
  name: 'DNS',
  in: { name: 'kube-system' },
  selector: { 'k8s-app': 'kube-dns' },
  ports: [Port.udp('dns', 53), Port.tcp('dns-tcp', 53)],
};

/** Pods as a policy selects them. */
export const podsOf = (app: string) => ({ podSelector: { matchLabels: { app } } });

/** A pod that listens on some ports and reads some addresses. */
export function podOf(
  stack: TestStack,
  name: string,
  options: { readonly ports?: Port[]; readonly env?: Env } = {},
): Pod {
  return new Pod(stack, name, { containers: [{ name, image: 'busybox:1.37.0', ...options }] });
}

/** The Service of a pod `web` that listens on 8000. */
export function webOf(stack: TestStack, exposure?: Exposure): Service {
  return podOf(stack, 'web', { ports: [http] }).expose('web-svc', exposure);
}

/** The policies of a stack with whatever `build` puts into it. */
export function policiesOf(build: (stack: TestStack) => void, props: NetworkPoliciesProps = { dns }): Manifest[] {
  return synth((stack) => {
    build(stack);
    new NetworkPolicies(stack, 'policies', props);
  }).filter(({ kind }) => kind === 'NetworkPolicy');
}

/** What one of these policies says. */
export function specOf(name: string, build: (stack: TestStack) => void, props?: NetworkPoliciesProps): unknown {
  return at(only(policiesOf(build, props), 'NetworkPolicy', name), 'spec');
}

/** The names of these policies. */
export function namesOf(build: (stack: TestStack) => void): string[] {
  return policiesOf(build).map(({ metadata }) => metadata.name);
}
