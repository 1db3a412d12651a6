import { cannotFail, commandCannotFail } from '../../../checks/views/shell';

describe('a script', () => {
  test.each(['true', 'exit 0', 'a || true', 'a | true', "echo 'a; b'", ': # nothing'])('cannot fail: %s', (script) => {
    expect(cannotFail(script)).toBe(true);
  });

  test.each(['', 'exit 1', 'test -f a', 'true && a', 'if a; then b; fi', '(true)', 'A=1 true'])(
    'may fail: %j',
    (script) => {
      expect(cannotFail(script)).toBe(false);
    },
  );
});

describe('a command', () => {
  test.each([[['true']], [['sh', '-c', 'true']], [['bash', '-c', 'a; true']]])('cannot fail: %j', (command) => {
    expect(commandCannotFail(command)).toBe(true);
  });

  test.each([[[]], [['sh', '-c']], [['sh', 'a.sh']], [['env', 'true']]])('may fail: %j', (command) => {
    expect(commandCannotFail(command)).toBe(false);
  });
});
