import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { AddressRange } from '../../constructs';
import * as addOns from '../../platform/add-ons';
import { kind } from '../../platform/kind';
import { ROOT } from '../house/files';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the kind cluster', () => {
  const cluster = parse(read('platform/kind.yaml'));

  test('is named like the model says, and has one node of a pinned image', () => {
    expect(cluster.name).toBe(kind.name);
    expect(cluster.nodes).toHaveLength(1);
    expect(cluster.nodes[0].image).toMatch(/^kindest\/node:v1\.37\.0@sha256:[a-f0-9]{64}$/);
  });

  test('lets the ingress controller and the NodePort of the course be reached', () => {
    expect(cluster.nodes[0].labels).toEqual({ 'ingress-ready': 'true' });
    expect(cluster.nodes[0].extraPortMappings).toEqual(
      [80, 443, 30080].map((port) => ({ containerPort: port, hostPort: port })),
    );
  });

  test('has the addresses for load balancers in its network', () => {
    const network = AddressRange.parse('network', kind.network);
    expect(network.contains(AddressRange.parse('addresses', kind.loadBalancerAddresses))).toBe(true);
  });
});

describe('add-ons', () => {
  test.each(Object.values(addOns))('$name is installed from the release that it names', ({ version, source }) => {
    expect(source).toContain(version);
  });

  test('are imported and installed in one release', () => {
    const releases = Object.values(addOns).map(({ version }) => version);
    const named = (file: string) =>
      [...read(file).matchAll(/https:\/\/\S*?(v\d+\.\d+\.\d+)\S*\.yaml/g)].map(([, version]) => version);
    expect(
      [...named('cdk8s.yaml'), ...named('README.md')].filter((version) => !releases.includes(version as never)),
    ).toEqual([]);
    expect(named('cdk8s.yaml')).toHaveLength(4);
  });
});
