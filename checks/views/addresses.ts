import type { Field } from '../model/field';
import { variablesOf, wordsOf } from './commands';

/** Where a variable or an argument leads to, as it is written. */
export interface Address {
  /** The field that has it. */
  readonly at: Field;
  /** Who has it, in words. */
  readonly who: string;
  readonly host: string;
  /** The port, as it is written or as the scheme has it; undefined where neither says one. */
  readonly port: number | undefined;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ws: 80, wss: 443 };
const SCHEMES =
  'amqp|amqps|grpc|grpcs|http|https|kafka|ldap|ldaps|memcached|mongodb|mysql|nats|postgres|postgresql|redis|rediss|tcp|ws|wss';
const HOST = '[a-z](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*\\.?';
const URL = new RegExp(`^(?:jdbc:)?(${SCHEMES})://(?:[^@/\\s]*@)?(${HOST})(?::(\\d+))?(?:[/?#;]\\S*)?$`);
const PAIR = new RegExp(`^(${HOST}):(\\d+)$`);
// Words in the name of a variable or an option that say that it is about an address.
const ABOUT_ADDRESS =
  /(^|[_\-.])(addr|addrs|address|addresses|backend|bootstrap|broker|brokers|endpoint|endpoints|host|hosts|hostport|peers|server|servers|service|target|upstream|uri|url|urls)s?($|[_\-.=\d])/i;
// Words that say that it is something else: what is listened on, an image, a name for others.
const ABOUT_OTHER = /listen|bind|image|advertis|external|public|callback|redirect|origin|proxy|allow/i;

/** Addresses that the variables and arguments of a container have as a whole, alone or in a list. */
export function addressesOf(container: Field): Address[] {
  const name = container.get('name').text ?? '';
  const variables = variablesOf(container).flatMap((variable) => {
    const key = variable.get('name').text ?? '';
    return addressesIn(variable.get('value'), key, variable.get('value').text, `Variable '${key}'`);
  });
  const words = wordsOf(container);
  const texts = words.flatMap((word, position) => {
    const [, option, value] = /^(-{1,2}[\w.-]+)=(.+)$/s.exec(word.text ?? '') ?? [];
    const before = words[position - 1]?.text ?? '';
    const key = option ?? (before.startsWith('-') ? before : '');
    return addressesIn(word, key, value ?? word.text, `Container '${name}'`);
  });
  return [...variables, ...texts];
}

function addressesIn(at: Field, key: string, text: string | undefined, who: string): Address[] {
  if (text === undefined || ABOUT_OTHER.test(key)) return [];
  return text.split(',').flatMap((one) => {
    const [, scheme = '', host, port] = URL.exec(one) ?? pair(one, key);
    if (host === undefined) return [];
    const number = port === undefined ? DEFAULT_PORTS[scheme] : Number(port);
    return number !== undefined && (number < 1 || number > 65535) ? [] : [{ at, who, host, port: number }];
  });
}

// In the form of URL, without a scheme.
function pair(text: string, key: string): readonly (string | undefined)[] {
  const [, host, port] = PAIR.exec(text) ?? [];
  return ABOUT_ADDRESS.test(key) ? [text, '', host, port] : [];
}
