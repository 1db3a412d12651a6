import { check } from '../../checks/engine';
import { fresh } from '../../checks/model/cluster';
import { ObjectSet } from '../../checks/model/object-set';
import { readSet } from '../../checks/read/read-set';
import type { Rule } from '../../checks/rule';

const setOf = (text: string, complete = true) =>
  new ObjectSet(readSet({ files: [{ file: 'a.yaml', text, named: true }], problems: [] }).objects, fresh({ complete }));

const map = (name: string, annotations = '{}') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  annotations: ${annotations}\n`;

const rule = (id: string, find: Rule['check']): Rule => ({
  ...{ id, subject: 'schema', level: 'error', reason: '', remedy: 'Mend it', bad: '', good: '' },
  check: find,
});

const everyMap = rule('every-map', (set) =>
  set.of('ConfigMap').map((object) => ({ at: object.field('metadata', 'name'), message: `found ${object.name}` })),
);

const lines = (text: string, rules: readonly Rule[]) =>
  check(setOf(text), rules).map(
    ({ level, rule: id, message, location }) => `${location.line} ${level} ${id}: ${message}`,
  );

test('findings come in the order of their places, whichever rule found them', () => {
  const last = rule('a-rule', (set) => [{ at: set.objects[1]?.field('metadata') as never, message: 'second' }]);
  expect(lines(`${map('a')}---\n${map('b')}`, [last, everyMap])).toEqual([
    '4 error every-map: found a',
    '9 error a-rule: second',
    '10 error every-map: found b',
  ]);
});

test('a rule that throws is a finding, and the others go on', () => {
  const throws = rule('throws', () => {
    throw new Error('no');
  });
  expect(lines(map('a'), [throws, everyMap])).toEqual([
    'undefined warning throws: the rule itself failed: no',
    '4 error every-map: found a',
  ]);
});

test('a rule that throws something else than an error is a finding too', () => {
  const throws = rule('throws', () => {
    throw 'no';
  });
  expect(lines(map('a'), [throws])).toEqual(['undefined warning throws: the rule itself failed: no']);
});

test('findings of several files come by the names of the files', () => {
  const files = ['b.yaml', 'a.yaml'].map((file) => ({ file, text: map(file[0] as string), named: true }));
  const set = new ObjectSet(readSet({ files, problems: [] }).objects, fresh({ complete: true }));
  expect(check(set, [everyMap]).map(({ location }) => location.file)).toEqual(['a.yaml', 'b.yaml']);
});

test('what may be made elsewhere is a warning that says so, unless the set is complete', () => {
  const unsure = rule('unsure', (set) => [
    { at: set.objects[0]?.field('metadata') as never, message: 'missing', unlessElsewhere: "Secret 'a'" },
  ]);
  const [loose] = check(setOf(map('a'), false), [unsure]);
  expect([loose?.level, loose?.remedy]).toEqual([
    'warning',
    "Mend it. Or declare Secret 'a' external, if something else makes it",
  ]);
  expect(check(setOf(map('a')), [unsure])[0]).toMatchObject({ level: 'error', remedy: 'Mend it' });
});

describe('an acknowledgement', () => {
  const at = (id: string, reason = 'on purpose') => map('a', `{kind-stacks/acknowledge.${id}: ${reason}}`);

  test('stays in the report with its reason', () => {
    expect(check(setOf(at('every-map')), [everyMap])).toMatchObject([
      { rule: 'every-map', acknowledged: 'on purpose' },
    ]);
  });

  test('holds for its own object alone', () => {
    const [, other] = check(setOf(`${at('every-map')}---\n${map('b')}`), [everyMap]);
    expect(other).toMatchObject({ rule: 'every-map', acknowledged: undefined });
  });

  test('that matches nothing is a finding', () => {
    const nothing = rule('nothing', () => []);
    expect(lines(at('nothing'), [nothing])).toEqual([
      "5 warning acknowledgement-unused: 'nothing' finds nothing at ConfigMap 'a', so this acknowledges nothing",
    ]);
  });

  test('of a rule that there is not is a finding', () => {
    expect(lines(at('every-mab'), [everyMap])[1]).toBe(
      "5 warning acknowledgement-unknown: there is no rule 'every-mab'; did you mean 'every-map'?",
    );
  });

  test('without a reason acknowledges nothing', () => {
    expect(lines(at('every-map', '""'), [everyMap])).toEqual([
      '4 error every-map: found a',
      "5 warning acknowledgement-unknown: the acknowledgement of 'every-map' has no reason",
    ]);
  });
});

test('levels can be given by somebody', () => {
  expect(check(setOf(map('a')), [everyMap], { levels: { 'every-map': 'advice' } })[0]?.level).toBe('advice');
});
