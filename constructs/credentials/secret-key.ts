import type { EnvVar } from 'cdk8s-plus-27/lib/imports/k8s';
import type { EnvSource } from '../pods/env';

/** One key of a Secret as the value of an environment variable. */
export class SecretKey implements EnvSource {
  /** Given by `credentials.secret(…).key()`. */
  public constructor(
    private readonly secretName: string,
    private readonly key: string,
  ) {}

  /** The manifest of the value. */
  public toEnv(): Omit<EnvVar, 'name'> {
    return { valueFrom: { secretKeyRef: { name: this.secretName, key: this.key } } };
  }
}
