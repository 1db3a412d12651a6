import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Plain } from '../app/kubernetes-object';
import { refuse } from '../app/refusal';

/** A workload that reads an environment variable. */
export interface Consumer extends Construct {
  /** Namespace of its pods; none is that of `kubectl`. */
  readonly namespace: string | undefined;
  /** Kind of the workload. */
  readonly kind: string;
}

/** The manifest of a value: a text, or where it is read from. */
export type EnvValue = Omit<Plain<k8s.EnvVar>, 'name'>;

/** Where the value of an environment variable comes from, when it is more than a text. */
export interface EnvSource {
  /** The manifest of the value, for one reader; records the link between the two. */
  toEnv(consumer: Consumer, variable: string): EnvValue;
}

/**
 * The environment of a container: texts, and objects that know their value (`service.address()`,
 * `secret.key('PASSWORD')`). It is written in this order.
 */
export type Env = Readonly<Record<string, string | EnvSource>>;

// What a shell can read; Kubernetes allows more, which nothing can use.
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** The manifest of an environment. */
export function renderEnv(consumer: Consumer, env: Env): Plain<k8s.EnvVar>[] {
  return Object.entries(env).map(([name, value]) => {
    if (!NAME.test(name)) {
      refuse(
        consumer,
        `environment variable '${name}' is no name that a program can read; allowed are letters, digits and '_', not beginning with a digit`,
        'Rename it',
      );
    }
    return { name, ...(typeof value === 'string' ? { value } : value.toEnv(consumer, name)) };
  });
}
