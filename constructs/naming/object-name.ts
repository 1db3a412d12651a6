import { type Place, refuse } from '../app/refusal';

// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LABEL_WITH_LETTER_FIRST = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

interface NameRule {
  readonly form: RegExp;
  readonly max: number;
  readonly allowed: string;
}

const DNS_LABEL: NameRule = {
  form: LABEL,
  max: 63,
  allowed: "lower-case letters, digits and '-', beginning and ending with a letter or digit",
};
const DNS_NAME: NameRule = {
  form: LABEL_WITH_LETTER_FIRST,
  max: 63,
  allowed: "lower-case letters, digits and '-', beginning with a letter",
};
const DNS_SUBDOMAIN: NameRule = {
  form: SUBDOMAIN,
  max: 253,
  allowed: "lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit",
};

// Kinds whose name goes into a DNS name or a label, and so has a narrower form than the usual one.
const RULES: Readonly<Record<string, NameRule>> = {
  Namespace: DNS_LABEL,
  Service: DNS_NAME,
  // its pods carry the name, a '-' and a hash of ten characters in one label
  StatefulSet: { ...DNS_LABEL, max: 52 },
  CronJob: { ...DNS_LABEL, max: 52 },
  Job: { ...DNS_LABEL, max: 63 },
  container: DNS_LABEL,
  volume: DNS_LABEL,
};

/**
 * Refuses a name that the API server, or a controller behind it, would not take for this kind.
 *
 * @param kind the kind of the object; `container` and `volume` are parts of a pod
 */
export function checkName(place: Place, kind: string, name: string): void {
  const { form, max, allowed } = RULES[kind] ?? DNS_SUBDOMAIN;
  if (name.length > max) {
    refuse(place, `${kind} name '${name}' has ${name.length} characters; ${max} are allowed`, 'Shorten it');
  }
  if (!form.test(name)) {
    refuse(
      place,
      `${kind} name '${name}' is invalid; allowed are ${allowed}`,
      `Rename it, for example to '${suggest(name)}'`,
    );
  }
}

/**
 * Refuses a host that is not a DNS name, or is an IP address; a leading `*.` is allowed where
 * `wildcard` says so.
 */
export function checkHost(
  place: Place,
  host: string,
  { wildcard = false }: { readonly wildcard?: boolean } = {},
): void {
  const name = wildcard && host.startsWith('*.') ? host.slice(2) : host;
  const isName = SUBDOMAIN.test(name) && name.length <= 253 && name.split('.').every((label) => label.length <= 63);
  if (isName && !/^[\d.]+$/.test(name)) return;
  refuse(
    place,
    `host '${host}' is not a DNS name; allowed are ${DNS_SUBDOMAIN.allowed}`,
    `Write it like 'web.example.org', without scheme, port and path`,
  );
}

function suggest(name: string): string {
  const mended = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return mended === '' ? 'web' : mended;
}
