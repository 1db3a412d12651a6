// Commands that end well whatever they are given.
const ALWAYS_WELL = new Set(['true', ':', 'echo', 'printf', 'date', 'pwd', 'whoami']);
// Commands that only pass on what they read.
const PASSING = new Set(['cat', 'wc', 'tee', 'head', 'tail', 'sort', 'uniq', 'tr']);
const UNREADABLE =
  /\$\(|`|\b(if|for|while|until|case|function|trap|exec|exit|return|kill)\b|[{}]|\bset\s+-\w*e|<<|&\s*$|[^&]&[^&]/;

/**
 * Whether a script of a shell ends well whatever it finds. What one cannot tell may fail: a script with conditions,
 * loops or exits of its own.
 */
export function cannotFail(script: string): boolean {
  // What stands in quotes is no part of the grammar.
  const plain = script
    .replace(/\\\n/g, ' ')
    .replace(/'[^']*'|"(?:[^"\\]|\\.)*"/g, (quoted) => quoted.replace(/[^\w[\]\s]/g, '_'));
  if (/^\s*exit\s+0\s*;?\s*$/.test(plain)) return true;
  const unredirected = plain.replace(/\d?>&\d|&>/g, ' ');
  if (UNREADABLE.test(unredirected)) return false;
  const statements = unredirected.split(/;|\n/).filter((statement) => statement.trim() !== '');
  return listEndsWell(statements.at(-1) ?? '');
}

/** Whether a command, as a probe has it, ends well whatever it finds. */
export function commandCannotFail(command: readonly string[]): boolean {
  const [program = '', option = '', script] = command;
  if (!/(^|\/)(ba|da|a|z|k)?sh$/.test(program)) return command.length > 0 && wordsEndWell(command);
  return script !== undefined && /^-\w*c$/.test(option) && !option.includes('e') && cannotFail(script);
}

// `a && b` fails where one of them does, `a || b` only where both do.
function listEndsWell(statement: string): boolean {
  const [first = '', ...rest] = statement.split(/(&&|\|\|)/);
  let well = pipelineEndsWell(first);
  for (let at = 0; at < rest.length; at += 2) {
    const next = pipelineEndsWell(rest[at + 1] ?? '');
    well = rest[at] === '||' ? well || next : well && next;
  }
  return well;
}

// The last command decides; that a process finds itself is the trap of grep.
function pipelineEndsWell(pipeline: string): boolean {
  const commands = pipeline.split('|').map((command) => command.trim().split(/\s+/));
  const last = commands.at(-1) ?? [];
  if (commands.length > 1 && PASSING.has(nameOf(last))) return true;
  return wordsEndWell(last) || findsItself(commands);
}

function wordsEndWell(words: readonly string[]): boolean {
  return ALWAYS_WELL.has(nameOf(words));
}

function nameOf([program = '']: readonly string[]): string {
  return program.replace(/^\/(usr\/)?bin\//, '');
}

// In `ps aux | grep web`, the list has the grep and the shell with the word in it.
function findsItself(commands: readonly string[][]): boolean {
  const [first = [], ...filters] = commands;
  const showsArguments = nameOf(first) === 'ps' && first.slice(1).some((option) => /^-?\w*(aux|ax|ef)/.test(option));
  return (
    showsArguments &&
    filters.length > 0 &&
    filters.every(
      (words) =>
        /^(e|f)?grep$/.test(nameOf(words)) && !words.some((word) => /^-\w*v|^--invert|\[|^-\w*[xc]\w*$/.test(word)),
    )
  );
}
