import type { Field } from '../model/field';
import { isCredential, isLiteral, passwordIn } from './credential';

/** A credential that stands in a container as it is. */
export interface Literal {
  readonly at: Field;
  /** What it is, in words. */
  readonly words: string;
}

/**
 * The credentials in the environment and the command line of a container.
 *
 * @param secrets names of Secrets: a setting that is called `SECRET` may hold the name of one
 */
export function literalsOf(container: Field, secrets: ReadonlySet<string>): Literal[] {
  return [
    ...container
      .get('env')
      .items()
      .flatMap((variable) => inVariable(variable, secrets) ?? []),
    ...inWords(container.get('command').items(), secrets),
    ...inWords(container.get('args').items(), secrets),
  ];
}

// Names of objects look like this; what people type as a password rarely does.
const OBJECT_NAME = /-(secrets?|certs?|tls|tokens?|credentials|key)$/;

function isGiven(value: string, secrets: ReadonlySet<string>): boolean {
  return isLiteral(value) && !secrets.has(value) && !OBJECT_NAME.test(value) && !/^https?:\/\//.test(value);
}

function inVariable(variable: Field, secrets: ReadonlySet<string>): Literal | undefined {
  const at = variable.get('value');
  const name = variable.get('name').text ?? '';
  if (at.text === undefined) return undefined;
  if (passwordIn(at.text) !== undefined) return { at, words: `a password in the address ${name}` };
  if (!isCredential(name) || !isGiven(at.text, secrets)) return undefined;
  // A number is a password perhaps; it is no token.
  return /token$/i.test(name) && /^\d+$/.test(at.text) ? undefined : { at, words: name };
}

const OPTION = /(?:^|\s)(--?[A-Za-z][\w.-]*)[= ]["']?([^\s"']+)/g;

function inWords(words: readonly Field[], secrets: ReadonlySet<string>): Literal[] {
  return words.flatMap((at, position) => {
    const { text } = at;
    if (text === undefined) return [];
    if (passwordIn(text) !== undefined) return [{ at, words: 'a password in an address' }];
    const next = words[position + 1]?.text;
    if (/^--?[\w.-]+$/.test(text) && next !== undefined && isOption(text, next, secrets)) return [{ at, words: text }];
    const option = [...text.matchAll(OPTION)].find(([, name = '', value = '']) => isOption(name, value, secrets));
    return option === undefined ? [] : [{ at, words: option[1] ?? '' }];
  });
}

function isOption(name: string, value: string, secrets: ReadonlySet<string>): boolean {
  return isCredential(name.replace(/^-+/, '')) && !value.startsWith('-') && isGiven(value, secrets);
}
