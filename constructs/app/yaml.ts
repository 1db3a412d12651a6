import { compareKeys } from './key-order';

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
const NOT_A_STRING = /^(?:null|true|false|yes|no|on|off|y|n|[._]*|\.inf|\.nan|\.[\d_.e+-]*)$/i;
// Scripts and files: several lines of printable text without blanks at either edge of a line's block.
const BLOCK = /^\S.*\n/;
const UNPRINTABLE = /[^\t\n\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const RAGGED = /[ \t](?:\n|$)|\n\n$/;

/**
 * Writes one manifest as a person would: keys in the usual order, lists indented, scripts as
 * blocks, quotes only where a reader could take the text for something else.
 */
export function toYaml(manifest: Json): string {
  return `${node(manifest, '').trimStart()}\n`;
}

// What follows `key:` or `-`, with the blank or line break before it.
function node(value: Json, indent: string): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return ` ${String(value)}`;
  if (typeof value === 'string') return isBlock(value) ? literal(value, indent) : ` ${scalar(value)}`;
  if (isList(value))
    return value.length === 0 ? ' []' : value.map((item) => `\n${indent}-${entry(item, `${indent}  `)}`).join('');
  const keys = Object.keys(value).sort(compareKeys);
  if (keys.length === 0) return ' {}';
  return keys.map((key) => `\n${indent}${scalar(key)}:${node(value[key] as Json, `${indent}  `)}`).join('');
}

// The first key of a mapping in a list stands on the line of the dash.
function entry(value: Json, indent: string): string {
  const text = node(value, indent);
  return text.startsWith('\n') ? ` ${text.slice(indent.length + 1)}` : text;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function scalar(text: string): string {
  if (PLAIN.some((form) => form.test(text)) && !NOT_A_STRING.test(text)) return text;
  return JSON.stringify(text).replace(new RegExp(UNPRINTABLE, 'g'), escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isBlock(text: string): boolean {
  return BLOCK.test(text) && !UNPRINTABLE.test(text) && !RAGGED.test(text);
}

function literal(text: string, indent: string): string {
  const ends = text.endsWith('\n');
  const lines = (ends ? text.slice(0, -1) : text).split('\n');
  return ` |${ends ? '' : '-'}\n${lines.map((line) => (line === '' ? '' : `${indent}${line}`)).join('\n')}`;
}
