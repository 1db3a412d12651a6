import type { Ability } from '../cluster';
import type { Level } from '../journal';

type Fields = Record<string, unknown>;

/** A manifest as it is edited. */
export interface Draft {
  apiVersion?: string;
  kind: string;
  metadata: { name: string; namespace?: string; annotations?: Record<string, string>; labels?: Record<string, string> };
  spec?: unknown;
}

/** A web application that is broken on purpose, and how the run has to notice. */
export interface BrokenCase {
  /** What is broken; also the end of the name of its Namespace. */
  readonly name: string;
  /** Breaks it. */
  readonly edit: (web: Web) => void;
  /** The level that has to fail. */
  readonly level: Extract<Level, 'accepted' | 'rolled out' | 'answers'>;
  /** What the failure has to say. */
  readonly says: RegExp;
  /** What the cluster must have for the failure to be seen. @default - nothing */
  readonly needs?: readonly Ability[];
}

interface PodSpec extends Fields {
  containers: [Fields & { readinessProbe: { httpGet: Fields }; securityContext: Fields; resources: Fields }];
  securityContext: unknown;
}

interface IngressSpec {
  ingressClassName?: string;
  rules: [{ host: string; http: { paths: [{ backend: { service: { port: unknown } } }] } }];
  tls?: unknown;
}

/** The objects of the web application that is broken, as far as people get them wrong. */
export class Web {
  constructor(public readonly objects: Draft[]) {}

  /** What the Deployment wants. */
  public get deployment() {
    return this.of('Deployment').spec as {
      replicas: number;
      selector: { matchLabels: Fields };
      template: { spec: PodSpec };
    };
  }

  /** Its pods. */
  public get pod(): PodSpec {
    return this.deployment.template.spec;
  }

  /** Their container. */
  public get container(): PodSpec['containers'][0] {
    return this.pod.containers[0];
  }

  /** The Service with an address. */
  public get service() {
    return this.of('Service').spec as { selector: Fields; ports: [Fields] };
  }

  /** The route. */
  public get ingress(): IngressSpec {
    return this.of('Ingress').spec as IngressSpec;
  }

  /** What is said about the route. */
  public annotate(annotations: Record<string, string>): void {
    this.of('Ingress').metadata.annotations = annotations;
  }

  /** Adds an object to the Namespace of the others. */
  public add(object: Draft): void {
    const { namespace = 'default' } = this.of('Deployment').metadata;
    this.objects.push({ ...object, metadata: { ...object.metadata, namespace } });
  }

  private of(kind: string): Draft {
    const found = this.objects.find((object) => object.kind === kind);
    if (found === undefined) throw new Error(`the web application has no ${kind}`);
    return found;
  }
}

const PODS = ['running pods'] as const;
const INGRESS = ['running pods', 'ingress', 'a route to the nodes'] as const;

/** Each is one mistake that people make; together they show that a green run could have been red. */
export const CASES: readonly BrokenCase[] = [
  {
    name: 'unknown-field',
    edit: ({ container }) => Object.assign(container, { imagePullPolcy: 'Always' }),
    level: 'accepted',
    says: /unknown field.*imagePullPolcy/,
  },
  {
    name: 'selector-misses-template',
    edit: ({ deployment }) => Object.assign(deployment.selector.matchLabels, { app: 'wbe' }),
    level: 'accepted',
    says: /`selector` does not match template `labels`/,
  },
  {
    name: 'deprecated-annotation',
    edit: (web) => {
      delete web.ingress.ingressClassName;
      web.annotate({ 'kubernetes.io/ingress.class': 'nginx' });
    },
    level: 'accepted',
    says: /Warning: annotation "kubernetes.io\/ingress.class" is deprecated/,
  },
  {
    name: 'privileged',
    edit: ({ container }) =>
      Object.assign(container.securityContext, { privileged: true, allowPrivilegeEscalation: true }),
    level: 'rolled out',
    says: /violates PodSecurity "restricted/,
  },
  {
    name: 'wrong-selector',
    edit: ({ service }) => Object.assign(service.selector, { app: 'wbe' }),
    level: 'rolled out',
    says: /0 pods are ready behind it/,
  },
  {
    name: 'missing-account',
    edit: ({ pod }) => Object.assign(pod, { serviceAccountName: 'nobody' }),
    level: 'rolled out',
    says: /serviceaccount "nobody" not found/,
  },
  {
    name: 'missing-class',
    edit: (web) =>
      web.add({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: 'no-such',
          resources: { requests: { storage: '1Gi' } },
        },
      }),
    level: 'rolled out',
    says: /PersistentVolumeClaim .*data: Pending, not Bound/,
    needs: ['storage'],
  },
  {
    name: 'wrong-probe-port',
    edit: ({ container }) => Object.assign(container.readinessProbe.httpGet, { port: 8001 }),
    level: 'rolled out',
    says: /0 of 1 pods are ready.*Readiness probe failed.*8001/,
    needs: PODS,
  },
  {
    name: 'missing-image',
    edit: ({ container }) => Object.assign(container, { image: 'busybox:no-such-tag' }),
    level: 'rolled out',
    says: /0 of 1 pods are ready.*(ErrImagePull|ImagePullBackOff|[Ff]ailed to pull)/,
    needs: PODS,
  },
  {
    name: 'missing-secret',
    edit: ({ container }) =>
      Object.assign(container, {
        env: [{ name: 'KEY', valueFrom: { secretKeyRef: { name: 'no-such', key: 'key' } } }],
      }),
    level: 'rolled out',
    says: /secret "no-such" not found/,
    needs: PODS,
  },
  {
    name: 'too-much-cpu',
    edit: ({ container }) => Object.assign(container.resources, { requests: { cpu: '900' }, limits: { cpu: '900' } }),
    level: 'rolled out',
    says: /Insufficient cpu/,
    needs: PODS,
  },
  {
    name: 'failing-job',
    edit: (web) => web.add(failingJob(web.container.securityContext, web.pod.securityContext)),
    level: 'rolled out',
    says: /Job .*migrate: not Complete/,
    needs: PODS,
  },
  {
    name: 'wrong-target-port',
    edit: ({ service }) => Object.assign(service.ports[0], { targetPort: 8001 }),
    level: 'answers',
    says: /:80 does not answer/,
    needs: PODS,
  },
  {
    name: 'address-of-nobody',
    edit: ({ container }) => Object.assign(container, { env: [{ name: 'BACKEND_ADDR', value: 'no-such:80' }] }),
    level: 'answers',
    says: /BACKEND_ADDR is unresolved/,
    needs: PODS,
  },
  {
    name: 'port-not-exposed',
    edit: ({ ingress }) => {
      ingress.rules[0].http.paths[0].backend.service.port = { number: 8001 };
    },
    level: 'answers',
    says: /answered by status 50\d/,
    needs: INGRESS,
  },
  {
    name: 'canary-without-main',
    edit: (web) => {
      const prefix = 'nginx.ingress.kubernetes.io/canary';
      web.annotate({
        [prefix]: 'true',
        [`${prefix}-by-header`]: 'canary',
        [`${prefix}-by-header-value`]: 'yes',
      });
    },
    level: 'answers',
    says: /answered by status (404|503)/,
    needs: INGRESS,
  },
  {
    name: 'certificate-of-nobody',
    edit: ({ ingress }) => {
      ingress.tls = [{ hosts: [ingress.rules[0].host], secretName: 'no-such' }];
    },
    level: 'answers',
    says: /Secret .*no-such has no ca.crt/,
    needs: [...INGRESS, 'certificates'],
  },
];

function failingJob(container: unknown, pod: unknown): Draft & { apiVersion: string } {
  const containers = [{ name: 'migrate', image: 'busybox:1.37.0', command: ['false'], securityContext: container }];
  const template = { spec: { restartPolicy: 'Never', securityContext: pod, containers } };
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'migrate' }, spec: { backoffLimit: 0, template } };
}
