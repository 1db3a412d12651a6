import type { Construct } from 'constructs';
import { Ingress, type Need } from '../../constructs';
import { ingressNginx, sealedSecrets } from '../../platform/add-ons';
import { MinioStack, type MinioStackProps } from './minio-stack';

/** The same object storage with its web console behind an Ingress. */
export class MinioConsoleStack extends MinioStack {
  public override readonly title = 'object storage with its web console behind an Ingress';
  public override readonly needs: readonly Need[];

  public constructor(scope: Construct, id: string, props: MinioStackProps) {
    super(scope, id, props);
    this.needs = [ingressNginx, ...(props.credentials.isSealed ? [sealedSecrets] : [])];
    const console = this.minio.exposeConsole('minio-console');
    new Ingress(this, 'ingress', { name: console.name, routes: [{ host: this.host(), to: console.port() }] });
  }
}
