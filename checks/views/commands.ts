import type { Field } from '../model/field';

const SHELL =
  /(^|\/)(ba|da|a|z|k|fi)?sh(\.exe)?$|(^|\/)(busybox|env|xargs|eval|pwsh|powershell|cmd)(\.exe)?$|\.(sh|bash|ps1)$/i;
const INTERPRETER = /(^|\/)(python|perl|ruby|node|php|lua|awk|gawk|sed|jq|yq|psql|mysql|mongo|mongosh|expect)[\d.]*$/;

/** What a container is told to run: its command and arguments, one by one. */
export function wordsOf(container: Field): Field[] {
  return [...container.get('command').items(), ...container.get('args').items()];
}

/** Whether the words of a container reach its program as they are; undefined where the image decides that. */
export function isLiteral(container: Field): boolean | undefined {
  const texts = wordsOf(container).map(({ text }) => text ?? '');
  if (texts.some((text) => SHELL.test(text) || INTERPRETER.test(text) || /^-\w*c$|\s-c\s|\n/.test(text))) return false;
  return container.get('command').items().length > 0 ? true : undefined;
}

/** The variables that a container writes down, in their order. */
export function variablesOf(container: Field): Field[] {
  return container.get('env').items();
}
