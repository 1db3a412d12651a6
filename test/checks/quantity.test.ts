import { Quantity } from '../../checks/model/quantity';

const said = (written: unknown) => Quantity.parse(written)?.toString();

test.each([
  ['500m', '500m'],
  ['1500m', '1500m'],
  ['2000m', '2'],
  [0.1, '100m'],
  ['.5', '500m'],
  ['1.5Gi', '1536Mi'],
  ['1024Ki', '1Mi'],
  ['1e3', '1000'],
  ['2G', '1953125Ki'],
  ['0', '0'],
])('reads %p', (written, text) => {
  expect(said(written)).toBe(text);
});

test.each(['', 'many', '1 Gi', '1GB', '1K', null, undefined, true, {}])('fails to read %p', (written) => {
  expect(Quantity.parse(written)).toBeUndefined();
});

test('adds thousandths without a rest', () => {
  const sum = ['100m', '0.2'].reduce((all, one) => all.plus(Quantity.parse(one) ?? Quantity.zero), Quantity.zero);
  expect(sum.exceeds(Quantity.parse('300m') ?? Quantity.zero)).toBe(false);
  expect(String(sum.times(10))).toBe('3');
});
