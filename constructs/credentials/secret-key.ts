import { checkSameNamespace, type Namespaced } from '../naming/same-namespace';
import type { Consumer, EnvSource, EnvValue } from '../pods/env';

/** One key of a Secret as the value of an environment variable. */
export class SecretKey implements EnvSource {
  /** Given by `credentials.secret(…).key()`. */
  public constructor(
    private readonly secret: Namespaced & { readonly name: string },
    private readonly key: string,
  ) {}

  /** The manifest of the value. */
  public toEnv(consumer: Consumer): EnvValue {
    checkSameNamespace(consumer, `Secret '${this.secret.name}'`, this.secret);
    return { valueFrom: { secretKeyRef: { name: this.secret.name, key: this.key } } };
  }
}
