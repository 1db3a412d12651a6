import type { Construct } from 'constructs';
import { type Credentials, Minio, type Need, Stack, type StackProps } from '../../constructs';
import { sealedSecrets } from '../../platform/add-ons';

/** What the stack can be told. */
export interface MinioStackProps extends StackProps {
  /** Name and password of the first user. */
  readonly credentials: Credentials;
  /**
   * Name of the StorageClass.
   *
   * @default - the default class of the cluster
   */
  readonly storageClass?: string;
}

/** The volumes homework: object storage that survives its pod. */
export class MinioStack extends Stack {
  public readonly title: string = 'object storage that survives its pod';
  public readonly needs: readonly Need[];
  /** The object storage. */
  protected readonly minio: Minio;

  public constructor(scope: Construct, id: string, props: MinioStackProps) {
    super(scope, id, props);
    this.needs = props.credentials.isSealed ? [sealedSecrets] : [];
    this.minio = new Minio(this, 'minio', { credentials: props.credentials, storageClass: props.storageClass });
  }
}
