import { App, Refusal, refuse } from '../../../constructs';
import { refusalMessage, TestStack } from '../../synth';

describe('refuse', () => {
  test('says where, what and what to do, and names a construct by its path', () => {
    expect(refusalMessage(() => refuse(new TestStack(new App(), 'web'), 'it has no port', 'Give it one'))).toBe(
      'web: it has no port. Give it one.',
    );
  });

  test('names a setting by its name, and lets a question be one', () => {
    expect(refusalMessage(() => refuse('KIND_STACKS_EMIAL', 'there is none', 'Did you mean EMAIL?'))).toBe(
      'KIND_STACKS_EMIAL: there is none. Did you mean EMAIL?',
    );
  });

  test('keeps the parts for programs', () => {
    const refusal = new Refusal('web', 'it has no port', 'Give it one');
    expect({ ...refusal }).toEqual({ name: 'Refusal', where: 'web', problem: 'it has no port', remedy: 'Give it one' });
  });
});
