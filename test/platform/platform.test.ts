import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as addOns from '../../platform/add-ons';
import { kind } from '../../platform/kind';
import { ROOT } from '../house/files';
import { stackNames, stackOf } from '../stacks/contract';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('the kind cluster', () => {
  const cluster = parse(read('platform/kind.yaml'));

  test('is named like the model says, and has one node of a pinned image', () => {
    expect(cluster.name).toBe(kind.name);
    expect(cluster.nodes).toHaveLength(1);
    expect(cluster.nodes[0].image).toMatch(/^kindest\/node:v1\.37\.0@sha256:[a-f0-9]{64}$/);
  });

  test('is the same with six nodes, three of them control planes', () => {
    const six = parse(read(kind.sixNodes));
    expect(six.name).toBe(kind.name);
    expect(six.nodes.map(({ role }: { role: string }) => role)).toEqual([
      ...['control-plane', 'control-plane', 'control-plane'],
      ...['worker', 'worker', 'worker'],
    ]);
    expect(new Set(six.nodes.map(({ image }: { image: string }) => image))).toEqual(new Set([cluster.nodes[0].image]));
    const { labels, extraPortMappings } = cluster.nodes[0];
    expect(six.nodes.filter((node: object) => 'extraPortMappings' in node)).toEqual([
      { role: 'worker', image: cluster.nodes[0].image, labels, extraPortMappings },
    ]);
  });

  test('has a pinned image for each minor, and the newest by itself', () => {
    const images = Object.entries(kind.nodeImages);
    expect(
      images.filter(([minor, image]) => !new RegExp(`^kindest/node:v${minor}\\.\\d+@sha256:[a-f0-9]{64}$`).test(image)),
    ).toEqual([]);
    expect(images[0]?.[1]).toBe(cluster.nodes[0].image);
  });

  test('is proven on each of these minors, with the kind that they are made for', () => {
    const workflow = parse(read('.github/workflows/e2e.yaml'));
    expect(workflow.jobs.kind.strategy.matrix.kubernetes).toEqual(Object.keys(kind.nodeImages));
    expect(read('.github/workflows/e2e.yaml')).toContain(`kind@${kind.version}`);
  });

  test('lets the ingress controller and the NodePort of the course be reached', () => {
    expect(cluster.nodes[0].labels).toEqual({ 'ingress-ready': 'true' });
    expect(cluster.nodes[0].extraPortMappings).toEqual(
      [80, 443, 30080].map((port) => ({ containerPort: port, hostPort: port })),
    );
  });
});

describe('add-ons', () => {
  test.each(Object.values(addOns))('$name is installed from the release that it names', ({ version, source }) => {
    expect(source).toContain(version);
  });

  test('bring every kind of the stacks that Kubernetes has not', () => {
    const brought = Object.values(addOns).flatMap(({ definitions }) => definitions);
    const written = stackNames()
      .flatMap((name) => stackOf(name).toJson())
      .filter(({ apiVersion }) => !/^([a-z0-9]+|(networking|rbac\.authorization)\.k8s\.io)(\/|$)/.test(apiVersion))
      .map(({ apiVersion, kind: name }) => `${name.toLowerCase()}s.${apiVersion.split('/')[0]}`);
    expect([...new Set(written)].filter((name) => !brought.includes(name as never))).toEqual([]);
    expect(new Set(written).size).toBeGreaterThan(5);
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
