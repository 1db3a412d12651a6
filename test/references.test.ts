import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import {
  App,
  Authority,
  Canary,
  CanaryIngress,
  Certificate,
  ClaimTemplate,
  ClusterIssuer,
  type ContainerProps,
  Credentials,
  Deployment,
  EmptyDir,
  type Env,
  Exposure,
  Gateway,
  HttpRoute,
  Ingress,
  type Manifest,
  Path,
  PersistentVolumeClaim,
  Pod,
  Port,
  Probe,
  ReplicaSet,
  type Service,
  ServiceAccount,
  type Stack,
  StatefulSet,
  Tls,
  type Workload,
} from '../constructs';
import { danglingReferences } from './references';
import { stackNames, stackOf } from './stacks/contract';
import { at, TestStack } from './synth';

/** One random program: workloads that may know those before them, and routes to them. */
interface Step {
  readonly form: 'Pod' | 'ReplicaSet' | 'Deployment' | 'StatefulSet';
  readonly ports: readonly number[];
  readonly probed: number;
  readonly exposure: 'clusterIp' | 'headless' | 'loadBalancer';
  readonly servicePort: number;
  readonly knows: readonly number[];
  readonly volume: 'none' | 'empty' | 'claim' | 'template';
  readonly secret: boolean;
  readonly account: boolean;
  readonly route: 'none' | 'ingress' | 'canary' | 'tls' | 'certificate' | 'gateway';
}

const port = fc.integer({ min: 1, max: 65535 });
const step: fc.Arbitrary<Step> = fc.record({
  form: fc.constantFrom('Pod', 'ReplicaSet', 'Deployment', 'StatefulSet'),
  ports: fc.uniqueArray(port, { minLength: 1, maxLength: 3 }),
  probed: fc.nat(2),
  exposure: fc.constantFrom('clusterIp', 'headless', 'loadBalancer'),
  servicePort: port,
  knows: fc.array(fc.nat(20), { maxLength: 3 }),
  volume: fc.constantFrom('none', 'empty', 'claim', 'template'),
  secret: fc.boolean(),
  account: fc.boolean(),
  route: fc.constantFrom('none', 'ingress', 'canary', 'tls', 'certificate', 'gateway'),
});

function run(program: readonly Step[], inNamespace: boolean): Manifest[] {
  const app = new App();
  const main = new TestStack(app, 'main');
  const stack = inNamespace ? new TestStack(app, 'main-form', { alternativeTo: main }) : main;
  const services: Service[] = [];
  for (const step of program) services.push(build(stack, `app-${services.length}`, step, services));
  return stack.toJson();
}

function build(stack: TestStack, name: string, step: Step, known: readonly Service[]): Service {
  const ports = step.ports.map((number, position) => Port.tcp(`p${position}`, number));
  const target = ports[step.probed % ports.length] as Port;
  const workload = workloadOf(stack, name, step, {
    name: 'server',
    image: 'example/server:1',
    ports,
    env: envOf(stack, name, step, known),
    readiness: Probe.http('/', { port: target }),
    liveness: Probe.grpc({ port: target }),
  });
  const exposed = { target, ...(step.exposure !== 'headless' && { port: step.servicePort }) };
  const service = workload.expose(`${name}-svc`, Exposure[step.exposure](exposed));
  route(stack, name, step.route, service, workload.expose(`${name}-other`, Exposure.clusterIp({ target })));
  return service;
}

function envOf(stack: TestStack, name: string, { knows, secret }: Step, known: readonly Service[]): Env {
  const login = secret && Credentials.development({ PASSWORD: 'secret' }).secret(stack, `${name}-login`, ['PASSWORD']);
  const addresses = known.length === 0 ? [] : knows.map((choice) => known[choice % known.length] as Service);
  return {
    ...Object.fromEntries(addresses.map((service, position) => [`ADDR_${position}`, service.address()])),
    ...(login && { PASSWORD: login.key('PASSWORD') }),
  };
}

function workloadOf(
  stack: TestStack,
  name: string,
  { form, volume, account }: Step,
  container: ContainerProps,
): Workload {
  const template = new ClaimTemplate('data', { size: Size.gibibytes(1) });
  const claim = volume === 'claim' && new PersistentVolumeClaim(stack, `${name}-claim`, { size: Size.gibibytes(1) });
  const data = claim
    ? claim.volume('data')
    : volume === 'template' && form === 'StatefulSet'
      ? template
      : new EmptyDir('data');
  const props = {
    containers: [volume === 'none' ? container : { ...container, mounts: [data.at('/data')] }],
    ...(account && { serviceAccount: new ServiceAccount(stack, `${name}-account`) }),
  };
  switch (form) {
    case 'Pod':
      return new Pod(stack, name, props);
    case 'ReplicaSet':
      return new ReplicaSet(stack, name, props);
    case 'Deployment':
      return new Deployment(stack, name, props);
    case 'StatefulSet':
      return new StatefulSet(stack, name, props);
  }
}

function route(stack: TestStack, name: string, kind: Step['route'], service: Service, other: Service): void {
  const routes = [{ host: `${name}.localhost`, path: Path.strippedPrefix('/x'), to: service.port() }];
  if (kind === 'none') return;
  if (kind === 'gateway') {
    new HttpRoute(stack, `${name}-route`, {
      routes,
      gateway: new Gateway(stack, `${name}-gateway`, { className: 'any' }),
    });
    return;
  }
  const issuer = () => new ClusterIssuer(stack, `${name}-issuer`, { authority: Authority.selfSigned() });
  const tls = () =>
    kind === 'tls'
      ? [Tls.fromIssuer(issuer(), `${name}-tls`)]
      : kind === 'certificate'
        ? [
            Tls.fromCertificate(
              new Certificate(stack, `${name}-certificate`, { issuer: issuer(), dnsNames: ['*.localhost'] }),
            ),
          ]
        : [];
  const ingress = new Ingress(stack, `${name}-ingress`, { routes, tls: tls() });
  if (kind === 'canary')
    new CanaryIngress(stack, `${name}-canary`, { of: ingress, to: other.port(), canary: Canary.byWeight(10) });
}

const program = fc.array(step, { minLength: 1, maxLength: 6 });

describe('references', () => {
  test('resolve in whatever our constructs write', () => {
    fc.assert(
      fc.property(program, fc.boolean(), (steps, inNamespace) => {
        expect(danglingReferences(run(steps, inNamespace))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each(stackNames())('resolve in %s', (name) => {
    const stack = stackOf(name);
    const needed = stack.needs.filter((need): need is Stack => need instanceof Construct);
    const manifests = [stack, ...needed].flatMap((each) => each.toJson());
    // Services for pods of the cluster and of add-ons select what is not in any file.
    const ours = manifests.filter(
      ({ kind, metadata }) =>
        kind !== 'Service' || !['kube-system', 'ingress-nginx'].includes(metadata.namespace ?? ''),
    );
    expect(danglingReferences(ours, ['shoppingassistantservice'])).toEqual([]);
  });

  // What the check above is worth: each way to break a reference is found.
  test.each<[string, string, string, unknown, RegExp]>([
    ['a selector', 'Service', 'spec.selector.app', 'other', /selects no pod/],
    ['a target port', 'Service', 'spec.ports.0.targetPort', 'other', /targets other/],
    ['a backend', 'Ingress', 'spec.rules.0.http.paths.0.backend.service.name', 'other', /leads to other/],
    [
      'a backend port',
      'Ingress',
      'spec.rules.0.http.paths.0.backend.service.port.name',
      'other',
      /leads to app-0-other:other/,
    ],
    ['the path of a canary', 'Ingress', 'spec.rules.0.host', 'other', /has no main route|leads/],
    ['an account', 'Deployment', 'spec.template.spec.serviceAccountName', 'other', /the account other/],
    [
      'a claim',
      'Deployment',
      'spec.template.spec.volumes.0.persistentVolumeClaim.claimName',
      'other',
      /the claim other/,
    ],
    ['a mount', 'Deployment', 'spec.template.spec.containers.0.volumeMounts.0.name', 'other', /the volume other/],
    ['a probe', 'Deployment', 'spec.template.spec.containers.0.readinessProbe.httpGet.port', 'other', /the port other/],
    [
      'a Secret',
      'Deployment',
      'spec.template.spec.containers.0.env.0.valueFrom.secretKeyRef.key',
      'other',
      /the key other/,
    ],
  ])('that lead nowhere are found: %s', (_what, kind, path, value, message) => {
    const steps: Step[] = [
      {
        form: 'Deployment',
        ports: [8080],
        probed: 0,
        exposure: 'clusterIp',
        servicePort: 80,
        knows: [],
        volume: 'claim',
        secret: true,
        account: true,
        route: 'canary',
      },
    ];
    const manifests = structuredClone(run(steps, false));
    const keys = path.split('.');
    const parent = at(
      kind === 'Ingress'
        ? manifests.filter((manifest) => manifest.kind === kind).at(-1)
        : manifests.find((manifest) => manifest.kind === kind),
      keys.slice(0, -1).join('.'),
    );
    (parent as Record<string, unknown>)[keys.at(-1) as string] = value;
    expect(danglingReferences(manifests).join()).toMatch(message);
  });
});
