const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const QUALIFIED = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** How a kind of name is written. */
export interface Syntax {
  /** What it consists of, in words. */
  readonly words: string;
  readonly longest: number;
  /** Whether its characters are right; the length is another question. */
  allows(name: string): boolean;
}

const syntax = (pattern: RegExp, longest: number, words: string): Syntax => ({
  words,
  longest,
  allows: (name) => pattern.test(name),
});

/** Names of Namespaces, containers and volumes. */
export const label = syntax(
  LABEL,
  63,
  'lower-case letters, digits and -, and begins and ends with one of the first two',
);

/** Names of Services before Kubernetes 1.36. */
export const label1035 = syntax(LABEL_1035, 63, 'lower-case letters, digits and -, and begins with a letter');

/** Names of most objects, and of hosts. */
export const subdomain = syntax(
  SUBDOMAIN,
  253,
  'lower-case letters, digits, - and ., and begins and ends with one of the first two',
);

/** Names of ports of containers. */
export const portName: Syntax = {
  words: 'lower-case letters, digits and single -, with one letter at least',
  longest: 15,
  allows: (name) => LABEL.test(name) && /[a-z]/.test(name) && !name.includes('--'),
};

/** Names of roles and bindings: whatever can stand in an address. */
export const pathSegment: Syntax = {
  words: 'anything but / and %',
  longest: Number.POSITIVE_INFINITY,
  allows: (name) => !/[/%]/.test(name) && name !== '.' && name !== '..',
};

/** Keys in ConfigMaps and Secrets. */
export const dataKey: Syntax = {
  words: 'letters, digits, -, _ and .',
  longest: 253,
  allows: (key) => /^[-._a-zA-Z0-9]+$/.test(key) && key !== '.' && !key.startsWith('..'),
};

/** The second part of the key of a label, and its value if there is one. */
export const qualified = syntax(
  QUALIFIED,
  63,
  'letters, digits, -, _ and ., and begins and ends with one of the first two',
);

/** Whether another tool writes something in its place before anybody applies it: `${NAME}`, `$(NAME)`, `__NAME__`. */
export function isFilledInLater(text: string): boolean {
  return /\$[({]|\{\{|__[A-Z]\w*__/.test(text);
}

/** Names of hosts that Ingresses route. */
export const host: Syntax = {
  words: 'lower-case letters, digits, - and ., without a port; *. may stand in front',
  longest: 253,
  allows: (name) => SUBDOMAIN.test(name.replace(/^\*\./, '')) && !/^\d+(\.\d+){3}$/.test(name),
};

/** The name that was probably meant, if small changes make it one. */
export function mended(name: string, { allows, longest }: Syntax): string | undefined {
  const better = name
    .toLowerCase()
    .replace(/[_\s/:]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const dashed = allows(better) ? better : better.replace(/\./g, '-');
  return dashed !== '' && dashed !== name && allows(dashed) && dashed.length <= longest ? dashed : undefined;
}
