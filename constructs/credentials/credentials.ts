import type { Construct } from 'constructs';
import type { SealedSecretSpec } from '../../imports/bitnami.com';
import { KubernetesObject, type Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';
import { DEVELOPMENT_CREDENTIALS } from '../app/whole-set';
import { metadataOf } from '../naming/metadata';
import { CredentialsSecret } from './credentials-secret';

type Values = Readonly<Record<string, string>>;

type Make = (secret: CredentialsSecret, name: string) => void;

/**
 * Where the secrets of an application come from. There are three forms, and none of them puts a
 * password into a file by accident.
 */
export class Credentials {
  private constructor(
    private readonly make: Make,
    private readonly keys?: readonly string[],
    private readonly secretName?: string,
    /** Whether they are ciphertext, which the controller of Sealed Secrets has to decrypt. */
    public readonly isSealed = false,
  ) {}

  /**
   * A Secret that somebody else makes: by hand, from a vault. Nothing is written.
   *
   * @param secretName its name
   * @default - the name that the application gives it
   */
  public static existing(secretName?: string): Credentials {
    return new Credentials(() => undefined, undefined, secretName);
  }

  /**
   * Ciphertext for the controller of Sealed Secrets, made with `kubeseal --raw`; only the cluster
   * for which it was sealed can read it.
   *
   * @param encrypted key of the Secret -> ciphertext
   * @see https://github.com/bitnami-labs/sealed-secrets
   */
  public static sealed(encrypted: Values): Credentials {
    return new Credentials(
      (secret, name) => {
        checkCiphertext(secret, name, encrypted);
        new KubernetesObject(secret, 'Resource', {
          apiVersion: 'bitnami.com/v1alpha1',
          kind: 'SealedSecret',
          metadata: metadataOf(secret, 'SealedSecret', { name }),
          spec: { encryptedData: { ...encrypted } } satisfies Plain<SealedSecretSpec>,
        });
      },
      Object.keys(encrypted),
      undefined,
      true,
    );
  }

  /**
   * Plain text, for a cluster on this machine and nothing else. The Secret says so itself, in the
   * annotation `kind-stacks/credentials: development`.
   *
   * @param values key of the Secret -> value; an empty one is refused
   */
  public static development(values: Values): Credentials {
    return new Credentials((secret, name) => {
      checkValues(secret, name, values);
      const metadata = metadataOf(secret, 'Secret', {
        name,
        annotations: { [DEVELOPMENT_CREDENTIALS]: 'development' },
      });
      new KubernetesObject(secret, 'Resource', {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata,
        stringData: { ...values },
      });
    }, Object.keys(values));
  }

  /**
   * These credentials as a Secret of an application.
   *
   * @param name the name that the application gives it
   * @param keys the keys that the application reads; a missing one is refused
   */
  public secret<Key extends string>(scope: Construct, name: string, keys: readonly Key[]): CredentialsSecret<Key> {
    const secret = new CredentialsSecret<Key>(scope, name, this.secretName ?? name);
    const missing = this.keys === undefined ? [] : keys.filter((key) => !this.keys?.includes(key));
    if (missing.length > 0) {
      refuse(
        secret,
        `the credentials have the keys ${list(this.keys ?? [])}, and ${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`,
        `Give all of ${list(keys)}`,
      );
    }
    this.make(secret, secret.name);
    return secret;
  }
}

function checkValues(secret: Construct, name: string, values: Values): void {
  for (const [key, value] of Object.entries(values)) {
    checkKey(secret, name, key);
    if (value === '') refuse(secret, `key '${key}' of Secret '${name}' is empty`, 'Give it a value');
  }
}

function checkCiphertext(secret: Construct, name: string, encrypted: Values): void {
  for (const [key, value] of Object.entries(encrypted)) {
    checkKey(secret, name, key);
    if (!/^[A-Za-z0-9+/]{100,}={0,2}$/.test(value)) {
      refuse(
        secret,
        `key '${key}' of SealedSecret '${name}' is no ciphertext`,
        'Encrypt the value with kubeseal --raw',
      );
    }
  }
}

// https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data
function checkKey(secret: Construct, name: string, key: string): void {
  if (!/^(?!\.\.|\.$)[-._a-zA-Z0-9]{1,253}$/.test(key))
    refuse(
      secret,
      `Secret '${name}' has the key '${key}'; allowed are at most 253 letters, digits, '-', '_' and '.', not beginning with '..'`,
      'Rename the key',
    );
}

function list(keys: readonly string[]): string {
  return keys.length === 0 ? 'none' : keys.join(', ');
}
