import { didYouMean, nearest } from '../../../checks/model/nearest';

describe('nearest', () => {
  test.each<[string, string[], string | undefined]>([
    ['wbe', ['web', 'api'], 'web'],
    ['redis-crt', ['redis-cart-master', 'redis-cart'], 'redis-cart'],
    ['web', ['web'], undefined],
    ['web', ['database'], undefined],
    ['web', [], undefined],
  ])('%s among %j', (name, names, meant) => {
    expect(nearest(name, names)).toBe(meant);
    expect(didYouMean(name, names)).toBe(meant === undefined ? '' : `; did you mean '${meant}'?`);
  });
});
