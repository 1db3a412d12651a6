import { parse } from 'yaml';
import { AddressRange, LegacyAddressPool, type LegacyAddressPoolProps } from '../../../constructs';
import { at, only, refusalOf, synth } from '../../synth';

const range = AddressRange.parse('RANGE', '172.18.255.1-172.18.255.9');

// MetalLB does not read it, which is the point.
const acknowledged = {
  'kind-stacks/acknowledge.load-balancer-configuration-ignored': 'shows the form of the homework, to compare',
};

describe('LegacyAddressPool', () => {
  test('with minimal props is a ConfigMap with one pool', () => {
    expect(synth((stack) => new LegacyAddressPool(stack, 'config', { range }))).toEqual([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: 'config',
          labels: { 'app.kubernetes.io/part-of': 'test' },
          annotations: acknowledged,
        },
        data: {
          config:
            'address-pools:\n  - name: default\n    protocol: layer2\n    addresses:\n      - 172.18.255.1-172.18.255.9\n',
        },
      },
    ]);
  });

  test('holds YAML', () => {
    const manifest = only(
      synth((stack) => new LegacyAddressPool(stack, 'config', { range })),
      'ConfigMap',
    );
    expect(parse(at(manifest, 'data.config') as string)).toEqual({
      'address-pools': [{ name: 'default', protocol: 'layer2', addresses: ['172.18.255.1-172.18.255.9'] }],
    });
  });

  test('writes all props', () => {
    const props: Required<LegacyAddressPoolProps> = {
      name: 'config',
      namespace: { name: 'metallb-system' },
      labels: { team: 'net' },
      annotations: { owner: 'the network team' },
      range: AddressRange.parse('RANGE', '10.0.0.1-10.0.0.2'),
    };
    const manifest = only(
      synth((stack) => new LegacyAddressPool(stack, 'pool', props)),
      'ConfigMap',
    );
    expect(manifest.metadata).toEqual({
      name: 'config',
      namespace: 'metallb-system',
      labels: { 'app.kubernetes.io/part-of': 'test', team: 'net' },
      annotations: { owner: 'the network team', ...acknowledged },
    });
    expect(at(manifest, 'data.config')).toMatch(/ {6}- 10\.0\.0\.1-10\.0\.0\.2\n$/);
  });

  test('fails for an invalid name', () => {
    expect(refusalOf((stack) => new LegacyAddressPool(stack, 'Config', { range }))).toBe(
      "test/Config: ConfigMap name 'Config' is invalid; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Rename it, for example to 'config'.",
    );
  });
});
