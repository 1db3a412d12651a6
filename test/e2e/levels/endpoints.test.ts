import type { Pod, Service } from '../live';
import { type EndpointSlice, foundEndpoints, podsBehind, wantedEndpoints } from './endpoints';

type Ports = Pod['spec']['containers'][number]['ports'];

const READY = [{ type: 'Ready', status: 'True' }];

function pod(name: string, podIP: string, { ports, ...rest }: { ports?: Ports } & Partial<Pod['metadata']> = {}): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', uid: name, labels: { app: 'web' }, ...rest },
    spec: {
      containers: [
        { name: 'log', image: 'log' },
        { name: 'web', image: 'web', ports },
      ],
    },
    status: { phase: 'Running', podIP, conditions: READY },
  };
}

function service(...ports: Partial<Service['spec']['ports'][number]>[]): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web-svc', namespace: 'shop', uid: 'web-svc' },
    spec: { type: 'ClusterIP', selector: { app: 'web' }, ports: ports as unknown as Service['spec']['ports'] },
    status: {},
  };
}

function slice(part: Partial<EndpointSlice>, metadata: Partial<EndpointSlice['metadata']> = {}): EndpointSlice {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'web-svc-x',
      namespace: 'shop',
      uid: 'x',
      labels: { 'kubernetes.io/service-name': 'web-svc' },
      ...metadata,
    },
    endpoints: [{ addresses: ['10.0.0.1'] }],
    ports: [{ port: 8000, protocol: 'TCP' }],
    ...part,
  };
}

const http = { port: 80, protocol: 'TCP' };

describe('the pods behind a Service', () => {
  const unready = {
    ...pod('c', '10.0.0.3'),
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'False' }] },
  };

  test.each<[string, Pod]>([
    ['has another label', pod('b', '10.0.0.2', { labels: { app: 'other' } })],
    ['has no labels', pod('b', '10.0.0.2', { labels: undefined })],
    ['is in another Namespace', pod('b', '10.0.0.2', { namespace: 'default' })],
    ['is on its way out', pod('b', '10.0.0.2', { deletionTimestamp: '2026-01-01T00:00:00Z' })],
    ['is not ready', unready],
    ['has no conditions yet', { ...unready, status: { phase: 'Pending' } }],
  ])('are none that %s', (_, stranger) => {
    const own = pod('a', '10.0.0.1');
    expect(podsBehind(service(http), [stranger, own])).toEqual([own]);
    expect(wantedEndpoints(service({ ...http, targetPort: 8000 }), [stranger, own])).toEqual(['10.0.0.1:8000/TCP']);
  });
});

describe('wanted endpoints', () => {
  const ports: Ports = [
    { name: 'dns', containerPort: 5353, protocol: 'UDP' },
    { name: 'http', containerPort: 8000 },
    { name: 'dns', containerPort: 53, protocol: 'TCP' },
  ];
  const one = [pod('a', '10.0.0.1', { ports })];

  test.each<[string, Partial<Service['spec']['ports'][number]>, string]>([
    ['its number', { ...http, targetPort: 8001 }, '10.0.0.1:8001/TCP'],
    ['its name', { ...http, targetPort: 'http' }, '10.0.0.1:8000/TCP'],
    ['its name and protocol', { port: 53, protocol: 'UDP', targetPort: 'dns' }, '10.0.0.1:5353/UDP'],
    ['its name, by TCP', { port: 53, protocol: 'TCP', targetPort: 'dns' }, '10.0.0.1:53/TCP'],
    ['the port of the Service where none is said', http, '10.0.0.1:80/TCP'],
    ['no port where a name is of no pod', { ...http, targetPort: 'htp' }, '10.0.0.1:undefined/TCP'],
    [
      'no port where a name has another protocol',
      { port: 80, protocol: 'UDP', targetPort: 'http' },
      '10.0.0.1:undefined/UDP',
    ],
  ])('have %s', (_, port, endpoint) => {
    expect(wantedEndpoints(service(port), one)).toEqual([endpoint]);
  });

  test('are those of every pod and port, sorted', () => {
    const two = [pod('b', '10.0.0.2', { ports: [{ name: 'http', containerPort: 9000 }] }), ...one];
    expect(wantedEndpoints(service({ ...http, targetPort: 'http' }, { ...http, targetPort: 443 }), two)).toEqual([
      '10.0.0.1:443/TCP',
      '10.0.0.1:8000/TCP',
      '10.0.0.2:443/TCP',
      '10.0.0.2:9000/TCP',
    ]);
  });

  test('are none for a Service without a selector', () => {
    const { spec, ...rest } = service(http);
    expect(wantedEndpoints({ ...rest, spec: { ...spec, selector: undefined } }, one)).toEqual([]);
  });
});

describe('found endpoints', () => {
  test('are every address with every port, of all slices, sorted', () => {
    const slices = [
      slice({
        endpoints: [{ addresses: ['10.0.0.2', '10.0.0.1'] }],
        ports: [
          { port: 9, protocol: 'UDP' },
          { port: 8, protocol: 'TCP' },
        ],
      }),
      slice({ endpoints: [{ addresses: ['10.0.0.0'] }] }),
    ];
    expect(foundEndpoints(service(http), slices)).toEqual([
      '10.0.0.0:8000/TCP',
      '10.0.0.1:8/TCP',
      '10.0.0.1:9/UDP',
      '10.0.0.2:8/TCP',
      '10.0.0.2:9/UDP',
    ]);
  });

  test.each<[string, EndpointSlice]>([
    ['no endpoints', slice({ endpoints: null })],
    ['endpoints left out', slice({ endpoints: undefined })],
    ['no ports', slice({ ports: null })],
    ['another Service', slice({}, { labels: { 'kubernetes.io/service-name': 'web-svc-2' } })],
    ['no labels', slice({}, { labels: undefined })],
    ['another Namespace', slice({}, { namespace: 'default' })],
  ])('are none in a slice of %s', (_, empty) => {
    expect(foundEndpoints(service(http), [empty])).toEqual([]);
  });

  test.each<[string, { ready?: boolean } | undefined, boolean]>([
    ['ready', { ready: true }, true],
    ['not ready', { ready: false }, false],
    ['unknown', {}, true],
    ['not there', undefined, true],
  ])('count when their condition is %s: %j', (_, conditions, counts) => {
    const found = foundEndpoints(service(http), [slice({ endpoints: [{ addresses: ['10.0.0.1'], conditions }] })]);
    expect(found).toEqual(counts ? ['10.0.0.1:8000/TCP'] : []);
  });
});
