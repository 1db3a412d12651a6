import { only } from '../synth';
import { inNamespace, manifestsOf, testContract } from './contract';
import { APPS, SHOP, shop } from './hipster-shop-contract';

/** One permitted connection; the port is that of the pods, at which a policy looks. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly port: number;
}

const ports = new Map([['redis-cart', 6379]]);
for (const [app, { port }] of Object.entries(SHOP)) ports.set(app, Number(port.split(' ')[1]));

// Who reaches whom, out of the environment column: every address whose Service is in the table.
const edges = Object.entries(SHOP).flatMap(([from, { env = {} }]) =>
  Object.values(env).flatMap((value): Edge[] => {
    const to = value.split(':')[0] as string;
    const port = ports.get(to);
    return port === undefined ? [] : [{ from, to, port }];
  }),
);

const targets = [...new Set(edges.map(({ to }) => to))];
const sources = [...new Set(edges.map(({ from }) => from))];
const pods = (app: string) => ({ podSelector: { matchLabels: { app } } });

describe('hipster-shop-isolated', () => {
  const main = shop('isolated.hipster-shop.localhost');
  const policies = [
    'default-deny',
    'allow-dns',
    ...[...targets, 'frontend'].map((app) => `to-${app}`),
    ...sources.map((app) => `from-${app}`),
  ];
  testContract(
    'hipster-shop-isolated',
    inNamespace('hipster-shop-isolated', {
      ...main,
      objects: [
        ...main.objects.slice(0, APPS.length),
        ...policies.map((policy) => `NetworkPolicy ${policy}`),
        ...main.objects.slice(APPS.length),
      ],
    }),
  );

  const specOf = (name: string) => only(manifestsOf('hipster-shop-isolated'), 'NetworkPolicy', name).spec;

  // 1 of the carts, 1 of the recommendations, 6 of the checkout, 7 of the frontend
  test('has fifteen edges in its table', () => {
    expect(edges).toHaveLength(15);
  });

  test('denies everything to everybody', () => {
    expect(specOf('default-deny')).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
  });

  test('lets everybody resolve names', () => {
    const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } };
    expect(specOf('allow-dns')).toEqual({
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [
        {
          to: [{ namespaceSelector, podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
          ports: [{ port: 53, protocol: 'UDP' }, { port: 53 }],
        },
      ],
    });
  });

  test('lets everybody into the frontend, which is reached from outside', () => {
    expect(specOf('to-frontend')).toEqual({
      ...pods('frontend'),
      policyTypes: ['Ingress'],
      ingress: [{ ports: [{ port: 8080 }] }],
    });
  });

  test.each(targets)('lets into %s only those who have its address', (app) => {
    const incoming = edges.filter(({ to }) => to === app);
    expect(specOf(`to-${app}`)).toEqual({
      ...pods(app),
      policyTypes: ['Ingress'],
      ingress: [{ from: incoming.map(({ from }) => pods(from)), ports: [{ port: ports.get(app) }] }],
    });
  });

  test.each(sources)('lets %s out only to those whose address it has', (app) => {
    const outgoing = edges.filter(({ from }) => from === app);
    expect(specOf(`from-${app}`)).toEqual({
      ...pods(app),
      policyTypes: ['Egress'],
      egress: outgoing.map(({ to, port }) => ({ to: [pods(to)], ports: [{ port }] })),
    });
  });
});
