import {
  AddressRange,
  Credentials,
  checkEmail,
  checkHost,
  checkName,
  PUBLISHED_IMAGES,
  refuse,
  type ShopImages,
} from '../constructs';
import { kind } from '../platform/kind';
import { upperEnd } from './upper-end';

/** What differs from cluster to cluster. The defaults are those of a kind cluster on this machine. */
export interface Settings {
  /** Network of the nodes, such as `172.18.0.0/16`. Environment: `KIND_STACKS_NETWORK`. */
  readonly network: AddressRange;
  /**
   * Addresses for load balancers: at least 20, the first 19 of them for Services that name theirs.
   * `KIND_STACKS_ADDRESSES`; without it `.1` to `.250` of the last /24 of the network.
   */
  readonly addresses: AddressRange;
  /** Host of kuard. `KIND_STACKS_KUARD_HOST`. */
  readonly kuardHost: string;
  /** Host of the shop. `KIND_STACKS_SHOP_HOST`. */
  readonly shopHost: string;
  /** Host of the second canary exercise. `KIND_STACKS_CANARY_HOST`. */
  readonly canaryHost: string;
  /** Where Let's Encrypt writes to; it takes no address of example.com. `KIND_STACKS_EMAIL`. */
  readonly email: string;
  /** Name of the StorageClass for claims; none is the default class of the cluster. `KIND_STACKS_STORAGE_CLASS`. */
  readonly storageClass: string | undefined;
  /** Implementation of the Gateway API. `KIND_STACKS_GATEWAY_CLASS`. */
  readonly gatewayClass: string;
  /** Registry path and tag of the shop's images. `KIND_STACKS_SHOP_IMAGES` as `path:tag`. */
  readonly shopImages: ShopImages;
  /** The first user of MinIO. `KIND_STACKS_CREDENTIALS`: `development`, `existing`, or a JSON object of ciphertexts. */
  readonly minioCredentials: Credentials;
}

/** Named values, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How many addresses at the beginning are kept for Services that name theirs. */
export const RESERVED_ADDRESSES = 19;

/**
 * Reads the settings; what is not there or empty has the default of kind. A bad or unknown one is
 * refused with its name.
 */
export function readSettings(environment: Environment): Settings {
  const known = new Set<string>();
  const read = <Value>(name: string, fallback: string, parse: (setting: string, text: string) => Value): Value => {
    const setting = `KIND_STACKS_${name}`;
    known.add(setting);
    return parse(setting, environment[setting] || fallback);
  };
  const network = read('NETWORK', kind.network, AddressRange.parse);
  const settings: Settings = {
    network,
    addresses: read('ADDRESSES', '', (setting, text) => addresses(setting, text || upperEnd(network))),
    kuardHost: read('KUARD_HOST', 'kuard.localhost', host),
    shopHost: read('SHOP_HOST', 'shop.localhost', host),
    canaryHost: read('CANARY_HOST', 'example.app.org', host),
    email: read('EMAIL', 'course@example.com', email),
    storageClass: read('STORAGE_CLASS', '', storageClass),
    gatewayClass: read('GATEWAY_CLASS', 'eg', gatewayClass),
    shopImages: read('SHOP_IMAGES', `${PUBLISHED_IMAGES.path}:${PUBLISHED_IMAGES.tag}`, images),
    minioCredentials: read('CREDENTIALS', 'development', credentials),
  };
  const { addresses: pool } = settings;
  if (!network.contains(pool))
    refuse(
      'KIND_STACKS_ADDRESSES',
      `the addresses ${pool} lie outside the network ${network}`,
      'Set KIND_STACKS_NETWORK to the network of the nodes; `docker network inspect kind` shows it',
    );
  refuseUnknown(environment, known);
  return settings;
}

function refuseUnknown(environment: Environment, known: ReadonlySet<string>): void {
  const unknown = Object.keys(environment).find((name) => name.startsWith('KIND_STACKS_') && !known.has(name));
  if (unknown !== undefined)
    refuse(unknown, `there is no such setting; there are ${[...known].join(', ')}`, 'Correct the name');
}

function addresses(setting: string, text: string): AddressRange {
  const range = AddressRange.parse(setting, text);
  range.split(setting, RESERVED_ADDRESSES);
  return range;
}

function host(setting: string, text: string): string {
  checkHost(setting, text);
  return text;
}

function email(setting: string, text: string): string {
  checkEmail(setting, text);
  return text;
}

function storageClass(setting: string, text: string): string | undefined {
  if (text === '') return undefined;
  checkName(setting, 'StorageClass', text);
  return text;
}

function gatewayClass(setting: string, text: string): string {
  checkName(setting, 'GatewayClass', text);
  return text;
}

const IMAGES = /^([a-z0-9]+(?:[._-]+[a-z0-9]+)*(?::\d+)?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*):([\w][\w.-]*)$/;

function images(setting: string, text: string): ShopImages {
  const [, path, tag] = IMAGES.exec(text) ?? [];
  if (path === undefined || tag === undefined)
    refuse(setting, `'${text}' is not 'path:tag'`, `Write it like '${PUBLISHED_IMAGES.path}:${PUBLISHED_IMAGES.tag}'`);
  return { path, tag };
}

function credentials(setting: string, text: string): Credentials {
  if (text === 'development')
    return Credentials.development({ MINIO_ROOT_USER: 'minio', MINIO_ROOT_PASSWORD: 'minio123' });
  if (text === 'existing') return Credentials.existing();
  const sealed = ciphertexts(text);
  if (sealed === undefined)
    refuse(
      setting,
      "it is no form of credentials; allowed are 'development', 'existing' and a JSON object of ciphertexts",
      "Leave it out for 'development'",
    );
  return Credentials.sealed(sealed);
}

function ciphertexts(text: string): Record<string, string> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const isMap =
      typeof parsed === 'object' &&
      parsed !== null &&
      Object.values(parsed).every((value) => typeof value === 'string');
    return isMap && !Array.isArray(parsed) ? (parsed as Record<string, string>) : undefined;
  } catch {
    return undefined;
  }
}
