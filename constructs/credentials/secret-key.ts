import type { EnvSource, EnvValue } from '../pods/env';

/** One key of a Secret as the value of an environment variable. */
export class SecretKey implements EnvSource {
  /** Given by `credentials.secret(…).key()`. */
  public constructor(
    private readonly secretName: string,
    private readonly key: string,
  ) {}

  /** The manifest of the value. */
  public toEnv(): EnvValue {
    return { valueFrom: { secretKeyRef: { name: this.secretName, key: this.key } } };
  }
}
