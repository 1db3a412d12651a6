import { Field } from '../../../checks/model/field';
import { KubernetesObject } from '../../../checks/model/kubernetes-object';
import { Selector } from '../../../checks/model/selector';

const source = { file: 'a', locate: () => ({ file: 'a' }) };
const field = (value: unknown) => new Field(new KubernetesObject({}, undefined, true, source), [], value);
const expression = (operator: string, values?: string[]) =>
  Selector.of(field({ matchExpressions: [{ key: 'app', operator, ...(values && { values }) }] }), 'nothing');

describe('a selector', () => {
  test.each<[string, Selector, boolean, boolean, boolean]>([
    ['labels', Selector.ofLabels(field({ app: 'web' })), true, false, false],
    ['matchLabels', Selector.of(field({ matchLabels: { app: 'web' } }), 'all'), true, false, false],
    ['In', expression('In', ['web', 'api']), true, true, false],
    ['NotIn', expression('NotIn', ['web']), false, true, true],
    ['Exists', expression('Exists'), true, true, false],
    ['DoesNotExist', expression('DoesNotExist'), false, false, true],
    ['an operator of no meaning', expression('Like', ['web']), true, true, true],
    ['nothing, in a Service', Selector.ofLabels(field({})), false, false, false],
    ['nothing, in a policy', Selector.of(field({}), 'all'), true, true, true],
    ['what is no map, in a Service', Selector.ofLabels(field('app')), false, false, false],
  ])('%s', (_, selector, web, api, none) => {
    expect([{ app: 'web' }, { app: 'api' }, {}].map((labels) => selector.matches(labels as never))).toEqual([
      web,
      api,
      none,
    ]);
  });

  test('does not take names of every object for labels', () => {
    expect(Selector.ofLabels(field({ constructor: 'x' })).matches({})).toBe(false);
  });

  test('is told in words', () => {
    expect(
      ['In', 'NotIn', 'Exists', 'DoesNotExist'].map((operator) => String(expression(operator, ['a', 'b']))),
    ).toEqual(['app in (a, b)', 'app not in (a, b)', 'app', 'not app']);
    expect(String(Selector.ofLabels(field({ a: '1', b: '2' })))).toBe('a=1, b=2');
  });

  test('takes expressions as they are, whatever is missing in them', () => {
    const odd = Selector.of(
      field({ matchExpressions: [{}, { key: 'app', operator: 'In', values: [1, 'web'] }] }),
      'all',
    );
    expect([odd.matches({ app: 'web' }), odd.matches({ app: '1' }), odd.isEmpty]).toEqual([true, false, false]);
  });

  test('is certain of labels that must have one value', () => {
    expect(expression('In', ['web']).certain).toEqual([['app', 'web']]);
    expect(expression('In', ['web', 'api']).certain).toEqual([]);
  });
});

describe('a field', () => {
  test('is told as kubectl explain does', () => {
    const path = field({ a: [{ 'b/c': 1 }] }).get('a', 0, 'b/c');
    expect([String(path), path.number, path.text, path.exists]).toEqual(['a[0]["b/c"]', 1, undefined, true]);
  });

  test.each<[string, unknown, (string | number)[]]>([
    ['a key of a list', [1], ['a']],
    ['a position of a map', { a: 1 }, [0]],
    ['a key of a text', 'a', ['length']],
    ['a key of nothing', null, ['a']],
    ['what every object has', {}, ['constructor']],
  ])('has nothing at %s', (_, value, path) => {
    expect(field(value).get(...path).exists).toBe(false);
    expect(
      field(value)
        .get(...path)
        .items(),
    ).toEqual([]);
    expect(
      field(value)
        .get(...path)
        .entries(),
    ).toEqual([]);
  });
});
