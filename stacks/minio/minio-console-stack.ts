import type { Construct } from 'constructs';
import { Ingress } from '../../constructs';
import { ingressNginx } from '../../platform/add-ons';
import { MinioStack, type MinioStackProps } from './minio-stack';

/** The same object storage with its web console behind an Ingress. */
export class MinioConsoleStack extends MinioStack {
  public override readonly title = 'object storage with its web console behind an Ingress';
  public override readonly needs = [ingressNginx];

  public constructor(scope: Construct, id: string, props: MinioStackProps) {
    super(scope, id, props);
    const console = this.minio.exposeConsole('minio-console');
    new Ingress(this, 'ingress', { name: console.name, routes: [{ host: this.host(), to: console.port() }] });
  }
}
