import { Construct } from 'constructs';
import { namespaceOf } from '../naming/metadata';
import { checkName } from '../naming/object-name';
import type { Namespaced } from '../naming/same-namespace';
import { SecretKey } from './secret-key';

/** The Secret of an application, whoever makes it. */
export class CredentialsSecret<Key extends string = string> extends Construct implements Namespaced {
  /** Its Namespace; none is that of `kubectl`. */
  public readonly namespace: string | undefined;

  /** Made by `credentials.secret()`. */
  public constructor(
    scope: Construct,
    id: string,
    /** Name of the Secret. */
    public readonly name: string,
  ) {
    super(scope, id);
    checkName(this, 'Secret', name);
    this.namespace = namespaceOf(this);
  }

  /** One of its keys, for the environment of a container. */
  public key(key: Key): SecretKey {
    return new SecretKey(this, key);
  }
}
