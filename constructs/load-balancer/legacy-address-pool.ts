import { Construct } from 'constructs';
import { acknowledge } from '../app/acknowledge';
import { KubernetesObject } from '../app/kubernetes-object';
import { metadataOf, type ObjectProps } from '../naming/metadata';
import type { AddressRange } from './address-range';

/** What the old form of an address pool can be told. */
export interface LegacyAddressPoolProps extends ObjectProps {
  /** The addresses of the pool `default`. */
  readonly range: AddressRange;
}

/**
 * The ConfigMap that MetalLB read up to version 0.12, to compare it with an `AddressPool`. Since
 * 0.13 it is ignored.
 */
export class LegacyAddressPool extends Construct {
  public constructor(scope: Construct, id: string, props: LegacyAddressPoolProps) {
    super(scope, id);
    acknowledge(this, 'load-balancer-configuration-ignored', 'shows the form of the homework, to compare');
    const lines = [
      'address-pools:',
      '  - name: default',
      '    protocol: layer2',
      '    addresses:',
      `      - ${props.range}`,
    ];
    new KubernetesObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: metadataOf(this, 'ConfigMap', props),
      data: { config: `${lines.join('\n')}\n` },
    });
  }
}
