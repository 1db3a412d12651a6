import { acknowledge } from '../app/acknowledge';
import { refuse } from '../app/refusal';
import { checkName } from '../naming/object-name';
import type { Consumer, EnvSource, EnvValue } from '../pods/env';
import { checkPortNumber } from '../pods/port';
import { recordLink } from './links';
import type { ServicePort } from './service-port';

/**
 * Where a Service answers, as `host:port`. A workload that is given an address follows it when the
 * Service is renamed or its port changes, and the link between the two is recorded.
 */
export abstract class Address implements EnvSource {
  /** The address of a port of a Service; `service.address()` reads better. */
  public static of(port: ServicePort): Address {
    return new ServiceAddress(port);
  }

  /**
   * An address that a program insists on although nothing answers there. It is written with the
   * acknowledgement of the rule `address-unknown`.
   *
   * @param reason why nothing answers; refused when empty
   */
  public static absent(name: string, port: number, reason: string): Address {
    return new AbsentAddress(name, port, reason);
  }

  /** The address as a reader in this Namespace has to write it. */
  public abstract seenFrom(consumer: Consumer): string;

  /** As the value of an environment variable. */
  public toEnv(consumer: Consumer, variable: string): EnvValue {
    this.record(consumer, variable);
    return { value: this.seenFrom(consumer) };
  }

  /** Remembers who reads this address, and in which variable. */
  protected abstract record(consumer: Consumer, variable: string): void;
}

class ServiceAddress extends Address {
  public constructor(private readonly port: ServicePort) {
    super();
  }

  public override seenFrom(consumer: Consumer): string {
    const { name, namespace } = this.port.service;
    const host = namespace === consumer.namespace ? name : `${name}.${namespace ?? 'default'}`;
    return `${host}:${this.port.number}`;
  }

  protected override record(consumer: Consumer): void {
    recordLink(consumer, { from: consumer, to: this.port.service.target, port: this.port.target });
  }
}

class AbsentAddress extends Address {
  public constructor(
    private readonly name: string,
    private readonly port: number,
    private readonly reason: string,
  ) {
    super();
  }

  public override seenFrom(consumer: Consumer): string {
    checkName(consumer, 'Service', this.name);
    checkPortNumber(consumer, `the port of the absent Service '${this.name}'`, this.port);
    return `${this.name}:${this.port}`;
  }

  protected override record(consumer: Consumer, variable: string): void {
    if (this.reason.trim() === '')
      refuse(
        consumer,
        `${variable} names the absent Service '${this.name}' without a reason`,
        'Say why nothing answers there',
      );
    acknowledge(consumer, 'address-unknown', `${variable}: ${this.reason}`);
  }
}
