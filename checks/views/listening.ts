import type { Field } from '../model/field';

// How people tell a server its port.
const SAID = [
  /(?:^|\s)--?(?:http-|server-|server\.)?port[= ](\d{2,5})\b/g,
  /(?:^|\s)--?(?:bind|listen|addr|address|http)[= ]\S*?:?(\d{2,5})(?=\s|$)/g,
  /\b(?:http\.server|SimpleHTTPServer)\s+(\d{2,5})\b/g,
  /\bhttpd\b.*?\s-p\s*(?:\S*:)?(\d{2,5})\b/g,
  /\brunserver\s+\S*?:?(\d{2,5})(?=\s|$)/g,
];

// A server that is told this may listen for it on a port of its own.
const ASIDE = /health|metric|probe|admin|monitor|status|debug/i;

/** The one port on which the command of a container says that it listens; undefined if it says none, or more. */
export function listeningPort(container: Field): number | undefined {
  const words = [...container.get('command').items(), ...container.get('args').items()];
  const line = words.map(({ value }) => String(value)).join(' ');
  if (ASIDE.test(line)) return undefined;
  const said = new Set(SAID.flatMap((pattern) => [...line.matchAll(pattern)].map(([, number]) => Number(number))));
  const [port] = said;
  return said.size === 1 && !isDeclaredAside(port, container) ? port : undefined;
}

function isDeclaredAside(number: number | undefined, container: Field): boolean {
  return container
    .get('ports')
    .items()
    .some((port) => port.get('containerPort').number === number && ASIDE.test(port.get('name').text ?? ''));
}
