import { readSettings } from '../../stacks';
import { refusalMessage, synth } from '../synth';
import { stackNames, stackOf } from './contract';

type Variables = Readonly<Record<string, string>>;

function environmentOf(variables: Variables): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, text]) => [`KIND_STACKS_${name}`, text]));
}

/** The settings as plain data: ranges as texts, credentials as the manifests that they make. */
function read(environment: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const { network, addresses, minioCredentials, ...others } = readSettings(environment);
  const manifests = synth((stack) => {
    minioCredentials.secret(stack, 'minio-secret', ['MINIO_ROOT_USER', 'MINIO_ROOT_PASSWORD']);
  });
  const credentials = manifests.map(({ kind, stringData, spec }) => [kind, stringData ?? spec]);
  return { ...others, network: String(network), addresses: String(addresses), minioCredentials: credentials };
}

const PUBLISHED = 'us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo';

const DEFAULTS = {
  network: '172.18.0.0-172.18.255.255',
  addresses: '172.18.255.1-172.18.255.250',
  kuardHost: 'kuard.localhost',
  shopHost: 'shop.localhost',
  canaryHost: 'example.app.org',
  email: 'course@example.com',
  storageClass: undefined,
  gatewayClass: 'eg',
  shopImages: { path: PUBLISHED, tag: 'v0.10.6' },
  minioCredentials: [['Secret', { MINIO_ROOT_USER: 'minio', MINIO_ROOT_PASSWORD: 'minio123' }]],
};

const ciphertext = 'QWxs'.repeat(50);
const sealed = { MINIO_ROOT_USER: ciphertext, MINIO_ROOT_PASSWORD: `${ciphertext.slice(4)}Zm9y` };

const given: [variable: string, text: string, field: keyof typeof DEFAULTS, value: unknown][] = [
  ['NETWORK', '172.18.0.0-172.18.255.255', 'network', '172.18.0.0-172.18.255.255'],
  ['ADDRESSES', '172.18.200.1-172.18.200.20', 'addresses', '172.18.200.1-172.18.200.20'],
  ['ADDRESSES', '172.18.200.0/24', 'addresses', '172.18.200.0-172.18.200.255'],
  ['KUARD_HOST', 'kuard.example.org', 'kuardHost', 'kuard.example.org'],
  ['SHOP_HOST', 'shop.example.org', 'shopHost', 'shop.example.org'],
  ['CANARY_HOST', 'canary.example.org', 'canaryHost', 'canary.example.org'],
  ['EMAIL', 'reader@example.org', 'email', 'reader@example.org'],
  ['STORAGE_CLASS', 'csi-hostpath-sc', 'storageClass', 'csi-hostpath-sc'],
  ['GATEWAY_CLASS', 'traefik', 'gatewayClass', 'traefik'],
  ['SHOP_IMAGES', 'registry.example.org/shop:v1', 'shopImages', { path: 'registry.example.org/shop', tag: 'v1' }],
  ['SHOP_IMAGES', 'localhost:5001/shop:v1.2_3-a', 'shopImages', { path: 'localhost:5001/shop', tag: 'v1.2_3-a' }],
  ['CREDENTIALS', 'development', 'minioCredentials', DEFAULTS.minioCredentials],
  ['CREDENTIALS', 'existing', 'minioCredentials', []],
  ['CREDENTIALS', JSON.stringify(sealed), 'minioCredentials', [['SealedSecret', { encryptedData: sealed }]]],
];

/** The beginning of a long text, for the name of a test. */
const short = (text: string) => (text.length > 50 ? `${text.slice(0, 20)}…` : text);

const NAMES = [...new Set(given.map(([variable]) => variable))];

describe('settings', () => {
  test('are those of kind where nothing is given', () => {
    expect(read({})).toEqual(DEFAULTS);
  });

  for (const [variable, text, field, value] of given) {
    test(`${variable} may be ${short(text)}`, () => {
      expect(read(environmentOf({ [variable]: text }))).toEqual({ ...DEFAULTS, [field]: value });
    });
  }

  test.each([
    ['172.19.0.0/16', '172.19.255.1-172.19.255.250'],
    ['192.168.8.0/23', '192.168.9.1-192.168.9.250'],
    ['10.0.0.0/8', '10.255.255.1-10.255.255.250'],
  ])('have the addresses at the upper end of the network %s', (network, addresses) => {
    expect(read(environmentOf({ NETWORK: network })).addresses).toBe(addresses);
  });

  test('take addresses in a small network when they are given', () => {
    const given = environmentOf({ NETWORK: '192.168.8.0/24', ADDRESSES: '192.168.8.200-192.168.8.250' });
    expect(read(given)).toMatchObject({ addresses: '192.168.8.200-192.168.8.250' });
  });

  test.each(NAMES)('%s means its default when it is empty', (variable) => {
    expect(read(environmentOf({ [variable]: '' }))).toEqual(DEFAULTS);
  });

  test('leave the rest of the environment alone', () => {
    expect(read({ HOME: '/root', NETWORK: '10.0.0.0/8', KIND_STACKS_EMAIL: undefined })).toEqual(DEFAULTS);
  });
});

const RANGE = "Write it like '172.18.255.1-172.18.255.250' or '172.18.0.0/16'.";
const HOST =
  "is not a DNS name; allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit. Write it like 'web.example.org', without scheme, port and path.";
const SUBDOMAIN = "allowed are lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit.";
const IMAGES = `is not 'path:tag'. Write it like '${PUBLISHED}:v0.10.6'.`;
const FORMS = "allowed are 'development', 'existing' and a JSON object of ciphertexts. Leave it out for 'development'.";
const MAIL = "Write it like 'you@example.org'.";
const LONG = 'a'.repeat(254);

const refused: [variable: string, text: string, message: string][] = [
  [
    'NETWORK',
    '192.168.8.0/24',
    'the network 192.168.8.0-192.168.8.255 has 256 addresses, too few to keep its last 256 for load balancers. Set KIND_STACKS_ADDRESSES to at least 20 addresses inside it that no node has.',
  ],
  ['NETWORK', 'kind', `'kind' is no range of IPv4 addresses. ${RANGE}`],
  ['NETWORK', '172.18.0.0-172.18.0.256', `'172.18.0.0-172.18.0.256' is no range of IPv4 addresses. ${RANGE}`],
  ['NETWORK', '172.18.0.0/33', "'172.18.0.0/33' is no IPv4 network. Write it like '172.18.0.0/16'."],
  ['NETWORK', 'fd00::/64', "'fd00::/64' is no IPv4 network. Write it like '172.18.0.0/16'."],
  ['NETWORK', '172.18.0.9-172.18.0.1', "the range '172.18.0.9-172.18.0.1' is reversed. Write '172.18.0.1-172.18.0.9'."],
  ['ADDRESSES', '172.18.255.1', `'172.18.255.1' is no range of IPv4 addresses. ${RANGE}`],
  [
    'ADDRESSES',
    '172.18.1.9-172.18.1.1',
    "the range '172.18.1.9-172.18.1.1' is reversed. Write '172.18.1.1-172.18.1.9'.",
  ],
  [
    'ADDRESSES',
    '172.18.255.1-172.18.255.19',
    'the range 172.18.255.1-172.18.255.19 has 19 addresses, which cannot be split after 19. Give it at least 20.',
  ],
  [
    'ADDRESSES',
    '10.0.0.1-10.0.0.50',
    'the addresses 10.0.0.1-10.0.0.50 lie outside the network 172.18.0.0-172.18.255.255. Set KIND_STACKS_NETWORK to the network of the nodes; `docker network inspect kind` shows it.',
  ],
  ['KUARD_HOST', 'https://kuard.localhost', `host 'https://kuard.localhost' ${HOST}`],
  ['SHOP_HOST', 'shop.localhost:80', `host 'shop.localhost:80' ${HOST}`],
  ['SHOP_HOST', '*.localhost', `host '*.localhost' ${HOST}`],
  ['CANARY_HOST', 'example.app.org/test', `host 'example.app.org/test' ${HOST}`],
  ['EMAIL', 'course', `'course' is no e-mail address. ${MAIL}`],
  ['EMAIL', 'course@localhost', `'course@localhost' is no e-mail address. ${MAIL}`],
  ['STORAGE_CLASS', 'Fast', `StorageClass name 'Fast' is invalid; ${SUBDOMAIN} Rename it, for example to 'fast'.`],
  ['STORAGE_CLASS', LONG, `StorageClass name '${LONG}' has 254 characters; 253 are allowed. Shorten it.`],
  ['GATEWAY_CLASS', 'e g', `GatewayClass name 'e g' is invalid; ${SUBDOMAIN} Rename it, for example to 'e-g'.`],
  ['GATEWAY_CLASS', LONG, `GatewayClass name '${LONG}' has 254 characters; 253 are allowed. Shorten it.`],
  ['SHOP_IMAGES', 'registry.example.org/shop', `'registry.example.org/shop' ${IMAGES}`],
  ['SHOP_IMAGES', 'localhost:5001/shop', `'localhost:5001/shop' ${IMAGES}`],
  ['SHOP_IMAGES', 'shop:', `'shop:' ${IMAGES}`],
  ['CREDENTIALS', 'secret', `it is no form of credentials; ${FORMS}`],
  ['CREDENTIALS', 'null', `it is no form of credentials; ${FORMS}`],
  ['CREDENTIALS', '5', `it is no form of credentials; ${FORMS}`],
  ['CREDENTIALS', '["a"]', `it is no form of credentials; ${FORMS}`],
  ['CREDENTIALS', '{"a":5}', `it is no form of credentials; ${FORMS}`],
];

describe('fails for', () => {
  for (const [variable, text, message] of refused) {
    test(`${variable} as ${short(text)}`, () => {
      const environment = environmentOf({ [variable]: text });
      expect(refusalMessage(() => readSettings(environment))).toBe(`KIND_STACKS_${variable}: ${message}`);
    });
  }

  test('a network that the addresses lie outside of', () => {
    const environment = environmentOf({ NETWORK: '172.19.0.0/16', ADDRESSES: '172.18.255.1-172.18.255.250' });
    expect(refusalMessage(() => readSettings(environment))).toBe(
      'KIND_STACKS_ADDRESSES: the addresses 172.18.255.1-172.18.255.250 lie outside the network 172.19.0.0-172.19.255.255. Set KIND_STACKS_NETWORK to the network of the nodes; `docker network inspect kind` shows it.',
    );
  });

  test.each(['kuard.localhost', ''])("a setting that does not exist, with the value '%s'", (text) => {
    const list = NAMES.map((name) => `KIND_STACKS_${name}`).join(', ');
    expect(refusalMessage(() => readSettings({ KIND_STACKS_HOST: text }))).toBe(
      `KIND_STACKS_HOST: there is no such setting; there are ${list}. Correct the name.`,
    );
  });

  const KEYS = 'MINIO_ROOT_USER, MINIO_ROOT_PASSWORD';
  test.each<[what: string, ciphertexts: Variables, message: string]>([
    ['no ciphertexts', {}, `the credentials have the keys none, and ${KEYS} are missing. Give all of ${KEYS}.`],
    [
      'the ciphertext of one key alone',
      { MINIO_ROOT_USER: ciphertext },
      `the credentials have the keys MINIO_ROOT_USER, and MINIO_ROOT_PASSWORD is missing. Give all of ${KEYS}.`,
    ],
    [
      'plain text among ciphertexts',
      { ...sealed, MINIO_ROOT_PASSWORD: 'minio123' },
      "key 'MINIO_ROOT_PASSWORD' of SealedSecret 'minio-secret' is no ciphertext. Encrypt the value with kubeseal --raw.",
    ],
  ])('%s', (_, ciphertexts, message) => {
    expect(refusalMessage(() => stackOf('minio', { CREDENTIALS: JSON.stringify(ciphertexts) }))).toBe(
      `minio/minio/minio-secret: ${message}`,
    );
  });
});

const FORMS_OF: Readonly<Record<string, readonly string[]>> = {
  'load-balancer': ['legacy'],
  web: ['pod', 'replica-set', 'reverse', 'all-at-once', 'recreate', 'percent', 'gateway'],
  canary: ['header', 'pattern', 'cookie', 'weight', 'weight-total', 'webapp', 'gateway-header', 'gateway-weight'],
  minio: ['console'],
  certificates: ['certificate', 'issuer'],
  'hipster-shop': ['persistent', 'load', 'isolated', 'payment-blue-green', 'payment-reverse'],
};

test('there are these stacks, each followed by its alternatives', () => {
  const all = Object.entries(FORMS_OF).flatMap(([main, forms]) => [main, ...forms.map((form) => `${main}-${form}`)]);
  expect(stackNames()).toEqual(all);
});

test.each(Object.entries(FORMS_OF))('%s is the main form of %j', (main, forms) => {
  expect(stackOf(main).alternativeTo?.name).toBeUndefined();
  expect(forms.map((form) => stackOf(`${main}-${form}`).alternativeTo?.name)).toEqual(forms.map(() => main));
});
