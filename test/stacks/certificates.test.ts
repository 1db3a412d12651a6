import { only } from '../synth';
import { inNamespace, manifestsOf, PROBE, type StackContract, stackOf, testContract } from './contract';

const kuard = {
  services: { kuard: { type: 'ClusterIP', selector: { app: 'kuard' }, ports: ['http 80->http/TCP'] } },
  pods: {
    'Deployment kuard': {
      labels: { app: 'kuard' },
      user: 65534,
      containers: {
        kuard: {
          image: 'gcr.io/kuar-demo/kuard-amd64:1',
          ports: ['http 8080'],
          readiness: { ...PROBE, httpGet: { path: '/ready', port: 'http' } },
          liveness: { ...PROBE, httpGet: { path: '/healthy', port: 'http' } },
          resources: '50m/32Mi -> 200m/128Mi',
        },
      },
    },
  },
} as const;

const SECRET = 'quickstart-example-tls';

/** The Ingress of kuard on its host; `annotations` ask an issuer for the certificate. */
function ingresses(host: string, annotations: Record<string, string> = {}): StackContract['ingresses'] {
  return { kuard: { routes: [`${host} / Prefix -> kuard http`], tls: [`${SECRET}: ${host}`], annotations } };
}

const BY_CLUSTER_ISSUER = { 'cert-manager.io/cluster-issuer': 'kind-ca' };
const BY_ISSUER = { 'cert-manager.io/issuer': 'kind-ca' };
const ISSUERS = ['letsencrypt-staging', 'letsencrypt-production', 'self-signed', 'kind-ca'];

/** Specs of the issuers by name. */
function issuers(email: string): [name: string, spec: Record<string, unknown>][] {
  const acme = (name: string, server: string): [string, Record<string, unknown>] => [
    name,
    {
      acme: {
        server,
        email,
        privateKeySecretRef: { name },
        solvers: [{ http01: { ingress: { ingressClassName: 'nginx' } } }],
      },
    },
  ];
  return [
    acme('letsencrypt-staging', 'https://acme-staging-v02.api.letsencrypt.org/directory'),
    acme('letsencrypt-production', 'https://acme-v02.api.letsencrypt.org/directory'),
    ['self-signed', { selfSigned: {} }],
    ['kind-ca', { ca: { secretName: 'kind-ca' } }],
  ];
}

const authority = { secretName: 'kind-ca', isCA: true, commonName: 'kind-ca' };

describe('certificates', () => {
  testContract('certificates', {
    needs: ['cert-manager', 'ingress-nginx'],
    leftBehind: [
      'Secret cert-manager/letsencrypt-staging',
      'Secret cert-manager/letsencrypt-production',
      'Secret cert-manager/kind-ca',
      'Secret default/quickstart-example-tls',
    ],
    objects: [
      'Service kuard',
      'Deployment kuard',
      ...ISSUERS.map((name) => `ClusterIssuer ${name}`),
      'Certificate cert-manager/kind-ca',
      'Ingress kuard',
    ],
    ...kuard,
    ingresses: ingresses('kuard.localhost', BY_CLUSTER_ISSUER),
  });

  test('signs the authority of kind with itself', () => {
    expect(only(manifestsOf('certificates'), 'Certificate', 'kind-ca').spec).toEqual({
      ...authority,
      issuerRef: { kind: 'ClusterIssuer', name: 'self-signed' },
    });
  });

  test('is this YAML', () => {
    expect(stackOf('certificates').toJson()).toMatchSnapshot();
  });
});

describe('certificates-issuer', () => {
  testContract(
    'certificates-issuer',
    inNamespace('certificates-issuer', {
      needs: ['cert-manager', 'ingress-nginx'],
      objects: [
        'Service kuard',
        'Deployment kuard',
        ...ISSUERS.map((name) => `Issuer ${name}`),
        'Certificate kind-ca',
        'Ingress kuard',
      ],
      ...kuard,
      ingresses: ingresses('issuer.certificates.localhost', BY_ISSUER),
    }),
  );

  test('signs the authority of its Namespace with itself', () => {
    // The kind is that of an Issuer where none is written.
    expect(only(manifestsOf('certificates-issuer'), 'Certificate', 'kind-ca').spec).toEqual({
      ...authority,
      issuerRef: { name: 'self-signed' },
    });
  });
});

describe('certificates-certificate', () => {
  testContract(
    'certificates-certificate',
    inNamespace('certificates-certificate', {
      needs: ['cert-manager', 'ingress-nginx', 'certificates'],
      objects: ['Service kuard', 'Deployment kuard', `Certificate ${SECRET}`, 'Ingress kuard'],
      ...kuard,
      ingresses: ingresses('certificate.certificates.localhost'),
    }),
  );

  test('writes the Certificate down that kind-ca signs', () => {
    expect(only(manifestsOf('certificates-certificate'), 'Certificate', SECRET).spec).toEqual({
      secretName: SECRET,
      dnsNames: ['certificate.certificates.localhost'],
      issuerRef: { kind: 'ClusterIssuer', name: 'kind-ca' },
    });
  });
});

describe.each([
  ['certificates', 'ClusterIssuer'],
  ['certificates-issuer', 'Issuer'],
])('%s: %s', (stack, kind) => {
  test.each(issuers('course@example.com'))('%s', (name, spec) => {
    const issuer = only(manifestsOf(stack), kind, name);
    expect([issuer.apiVersion, issuer.spec]).toEqual(['cert-manager.io/v1', spec]);
  });

  test.each(issuers('reader@example.org'))('%s with another e-mail address', (name, spec) => {
    expect(only(manifestsOf(stack, { EMAIL: 'reader@example.org' }), kind, name).spec).toEqual(spec);
  });
});

test.each([
  ['certificates', 'kuard.example.org'],
  ['certificates-certificate', 'certificate.certificates.localhost'],
  ['certificates-issuer', 'issuer.certificates.localhost'],
])('%s with another host of kuard answers on %s', (stack, host) => {
  const { spec } = only(manifestsOf(stack, { KUARD_HOST: 'kuard.example.org' }), 'Ingress', 'kuard');
  expect(spec).toMatchObject({ rules: [{ host }], tls: [{ hosts: [host], secretName: SECRET }] });
});
