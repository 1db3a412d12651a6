import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import { refuse } from '../app/refusal';
import type { Credentials } from '../credentials/credentials';
import type { ObjectProps } from '../naming/metadata';
import { Port } from '../pods/port';
import { Probe } from '../pods/probe';
import { Resources } from '../pods/resources';
import { SecurityProfile } from '../pods/security-profile';
import { Exposure } from '../services/exposure';
import type { Service } from '../services/service';
import { ClaimTemplate } from '../storage/claim-template';
import type { Replicas } from '../workloads/replicas';
import { StatefulSet } from '../workloads/stateful-set';

/** What MinIO can be told. */
export interface MinioProps extends Omit<ObjectProps, 'namespace'>, Replicas {
  /** Name and password of the first user: the keys `MINIO_ROOT_USER` and `MINIO_ROOT_PASSWORD`. */
  readonly credentials: Credentials;

  /**
   * Name of the Secret with these keys.
   *
   * @default - `<name>-secret`
   */
  readonly secretName?: string;

  /**
   * How much it can hold.
   *
   * @default Size.gibibytes(10)
   */
  readonly size?: Size;

  /**
   * Name of the StorageClass.
   *
   * @default - the default class of the cluster
   */
  readonly storageClass?: string;

  /**
   * Image of the server. The default is the last one that was published; it is for learning.
   *
   * @default 'quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z'
   */
  readonly image?: string;
}

const DATA = '/data';
const USER = 1000;

/**
 * Object storage on one node whose content survives its pod.
 *
 * @see https://min.io/docs/minio/kubernetes/upstream/
 */
export class Minio extends Construct {
  /** Name of the StatefulSet. */
  public readonly name: string;
  /** The headless Service through which objects are stored. */
  public readonly service: Service;

  private readonly server: StatefulSet;
  private readonly consolePort = Port.tcp('console', 9001);

  public constructor(scope: Construct, id: string, props: MinioProps) {
    super(scope, id);
    const {
      replicas,
      image = 'quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z',
      size = Size.gibibytes(10),
      storageClass,
    } = props;
    this.name = props.name ?? id;
    if (replicas !== undefined && replicas > 1) {
      refuse(
        this,
        `${replicas} replicas of MinIO were asked for; in this form each would hold other objects`,
        'Leave replicas at 1',
      );
    }
    const secret = props.credentials.secret(this, props.secretName ?? `${this.name}-secret`, [
      'MINIO_ROOT_USER',
      'MINIO_ROOT_PASSWORD',
    ]);
    const api = Port.tcp('minio', 9000);
    const data = new ClaimTemplate('data', { size, storageClass });
    this.server = new StatefulSet(this, 'StatefulSet', {
      name: this.name,
      labels: props.labels,
      annotations: props.annotations,
      replicas,
      servicePorts: [api],
      containers: [
        {
          name: 'minio',
          image,
          args: ['server', DATA, '--console-address', `:${this.consolePort.number}`],
          ports: [api, this.consolePort],
          env: {
            MINIO_ROOT_USER: secret.key('MINIO_ROOT_USER'),
            MINIO_ROOT_PASSWORD: secret.key('MINIO_ROOT_PASSWORD'),
          },
          readiness: Probe.http('/minio/health/ready', { port: api }),
          liveness: Probe.http('/minio/health/live', { port: api }),
          resources: Resources.of({ cpu: '100m', memory: '256Mi' }, { cpu: '500m', memory: '512Mi' }),
          mounts: [data.at(DATA)],
        },
      ],
      security: SecurityProfile.restricted({ user: USER }),
    });
    this.service = this.server.service;
  }

  /**
   * Publishes the web console inside the cluster, for a route.
   *
   * @param name name of the Service
   */
  public exposeConsole(name: string): Service {
    return this.server.expose(name, Exposure.clusterIp({ target: this.consolePort }));
  }
}
