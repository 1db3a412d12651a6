import { Construct } from 'constructs';
import { KubernetesObject } from '../app/kubernetes-object';
import { type Place, refuse } from '../app/refusal';
import { metadataOf, namespaceOf, type ObjectProps } from '../naming/metadata';
import { checkSameNamespace } from '../naming/same-namespace';
import { recordLink } from '../services/links';
import type { ServicePort } from '../services/service-port';
import type { Canary } from './canary';
import type { Ingress } from './ingress';

/** What the Ingress of a canary can be told. */
export interface CanaryIngressProps extends ObjectProps {
  /** The main route; without one ingress-nginx ignores a canary. */
  readonly of: Ingress;

  /** The Service of the new version; the one of the main route is refused. */
  readonly to: ServicePort;

  /** Which requests go to it. */
  readonly canary: Canary;
}

const NGINX = 'nginx.ingress.kubernetes.io';

/**
 * Sends part of the traffic of an Ingress to a new version. Host and paths are those of the main
 * Ingress, and rewriting is inherited from it: ingress-nginx ignores all but the canary annotations.
 *
 * @see https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary
 */
export class CanaryIngress extends Construct {
  /** Name of the Ingress. */
  public readonly name: string;
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;

  public constructor(scope: Construct, id: string, props: CanaryIngressProps) {
    super(scope, id);
    const { of: main, to, canary } = props;
    if (main === undefined)
      refuse(this, 'the canary has no main route', 'Give it the Ingress from which it takes part of the traffic');
    this.namespace = namespaceOf(this, props);
    checkSameNamespace(this, `Service '${to.service.name}'`, to.service);
    const metadata = metadataOf(this, 'Ingress', {
      ...props,
      annotations: { ...props.annotations, ...annotationsOf(this, canary) },
    });
    this.name = metadata.name;
    recordLink(this, { from: 'outside', to: to.service.target, port: to.target });
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata,
      spec: { ingressClassName: main.className, rules: main.rulesFor(this, to) },
    });
  }
}

function annotationsOf(place: Place, canary: Canary): Record<string, string> {
  const { header, cookie, weight } = canary.rules(place);
  return {
    [`${NGINX}/canary`]: 'true',
    ...(header && { [`${NGINX}/canary-by-header`]: header.name }),
    ...(header?.by === 'value' && { [`${NGINX}/canary-by-header-value`]: header.value }),
    ...(header?.by === 'pattern' && { [`${NGINX}/canary-by-header-pattern`]: header.pattern }),
    ...(cookie !== undefined && { [`${NGINX}/canary-by-cookie`]: cookie }),
    ...(weight && { [`${NGINX}/canary-weight`]: String(weight.weight) }),
    ...(weight && weight.total !== 100 && { [`${NGINX}/canary-weight-total`]: String(weight.total) }),
  };
}
