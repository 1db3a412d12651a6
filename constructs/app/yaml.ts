import { sortKeys } from './sort-keys';

/** A value as JSON has it; what a manifest is made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

// Strings that every reader of YAML, 1.1 or 1.2, takes for that very string: words and paths,
// options of a command, words with a colon (images, addresses), quantities and percentages, IP addresses and their ranges.
const PLAIN = [
  /^[A-Za-z_./][\w./()|$^*+=,@-]*(?: [\w./()|$^*+=,@-]+)*$/,
  /^--?[A-Za-z][\w-]*$/,
  /^[a-z][\w./@-]*(?::[\w./@-]+)+$/,
  /^\d+(?:\.\d+)?(?:m|%|[KMGTP]i?)$/,
  /^\d+(?:\.\d+){3}(?:\/\d+|-\d+(?:\.\d+){3})?$/,
];
// Words among them that mean something else to one of these readers.
const NOT_A_STRING = /^(?:null|true|false|yes|no|on|off|y|n|[._]*|\.inf|\.nan|\.[\d_.e+-]*|[._]*e\d+)$/i;
// Scripts and files: several lines of printable text without blanks at either edge of a line's block.
const BLOCK = /^\S.*\n/;
const UNPRINTABLE = /[^\t\n\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const ESCAPED = new RegExp(UNPRINTABLE, 'g');
const RAGGED = /[ \t](?:\n|$)|\n\n$/;

/**
 * Writes one manifest as a person would: keys in the usual order, lists indented, scripts as
 * blocks, quotes only where a reader could take the text for something else.
 */
export function toYaml(manifest: Json): string {
  const lines: string[] = [];
  write(lines, '', '', manifest);
  return `${lines.join('\n')}\n`;
}

// `head` is what stands before the value on its line: nothing, `key:` or `-`, with its indentation.
// `indent` is that of the lines below.
function write(lines: string[], head: string, indent: string, value: Json): void {
  if (typeof value === 'string') writeText(lines, head, indent, value);
  else if (value === null || typeof value !== 'object') lines.push(`${head} ${String(value)}`);
  else if (isList(value)) writeList(lines, head, indent, value);
  else writeMap(lines, head, indent, value);
}

function writeList(lines: string[], head: string, indent: string, list: readonly Json[]): void {
  if (list.length === 0) {
    lines.push(`${head} []`);
    return;
  }
  let start = startOf(lines, head, indent);
  for (const item of list) {
    write(lines, `${start}-`, `${indent}  `, item);
    start = indent;
  }
}

function writeMap(lines: string[], head: string, indent: string, map: { readonly [key: string]: Json }): void {
  const keys = Object.keys(map);
  if (keys.length === 0) lines.push(`${head} {}`);
  else {
    let start = startOf(lines, head, indent);
    for (const key of sortKeys(keys)) {
      write(lines, `${start}${scalar(key)}:`, `${indent}  `, map[key] as Json);
      start = indent;
    }
  }
}

// What is in a list begins on the line of its dash, what is below a key on the next line.
function startOf(lines: string[], head: string, indent: string): string {
  if (!head.endsWith(':')) return head === '' ? '' : `${head} `;
  lines.push(head);
  return indent;
}

function writeText(lines: string[], head: string, indent: string, text: string): void {
  if (!isBlock(text)) {
    lines.push(`${head} ${scalar(text)}`);
    return;
  }
  const ends = text.endsWith('\n');
  lines.push(`${head} |${ends ? '' : '-'}`);
  for (const line of (ends ? text.slice(0, -1) : text).split('\n')) lines.push(line === '' ? '' : `${indent}${line}`);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

// The same keys and words come again and again.
const KNOWN = new Map<string, string>();

function scalar(text: string): string {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const isPlain = PLAIN.some((form) => form.test(text)) && !NOT_A_STRING.test(text);
  const written = isPlain ? text : JSON.stringify(text).replace(ESCAPED, escaped);
  KNOWN.set(text, written);
  return written;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isBlock(text: string): boolean {
  return text.includes('\n') && BLOCK.test(text) && !UNPRINTABLE.test(text) && !RAGGED.test(text);
}
