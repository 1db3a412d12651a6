import type { Result } from '../journal';
import { reasons, rowsOf, summary, table } from './table';

function result(stack: string, level: Result['level'], outcome: Result['outcome'], detail = ''): Result {
  return { stack, level, outcome, detail, proof: 'a proof', seconds: 1 };
}

const RESULTS = [
  result('-', 'cluster', 'passed'),
  result('web', 'accepted', 'passed'),
  result('web', 'accepted', 'passed'),
  result('canary', 'accepted', 'failed'),
  result('web', 'answers', 'passed'),
  result('web', 'answers', 'skipped', 'no gateway'),
  result('web', 'answers', 'failed'),
  result('web', 'answers', 'failed'),
  result('web', 'deleted', 'skipped', 'no gateway'),
  result('minio', 'rolled out', 'skipped', 'no storage'),
  result('canary', 'answers', 'skipped', 'no gateway'),
];

test('a row counts what came of each level, by the names of the stacks, failures first', () => {
  expect(rowsOf(RESULTS)).toEqual([
    ['canary', '1 FAILED', '–', '1 skipped', '–'],
    ['minio', '–', '1 skipped', '–', '–'],
    ['web', '2 passed', '–', '2 FAILED, 1 passed, 1 skipped', '1 skipped'],
  ]);
});

test('a table has every column as wide as its widest cell, and no blanks at the end', () => {
  expect(table(RESULTS.filter(({ level }) => level !== 'answers')).split('\n')).toEqual([
    'stack   accepted  rolled out  answers  deleted',
    'canary  1 FAILED  –           –        –',
    'minio   –         1 skipped   –        –',
    'web     2 passed  –           –        1 skipped',
  ]);
});

test('a table of nothing has its head', () => {
  expect(table([])).toBe('stack  accepted  rolled out  answers  deleted');
});

test('a reason is said once, with each stack once', () => {
  expect(reasons(RESULTS)).toEqual(['skipped because no gateway: web, canary', 'skipped because no storage: minio']);
});

test('what passed or failed needs no reason', () => {
  expect(reasons([result('web', 'answers', 'failed', 'no'), result('web', 'answers', 'passed', 'yes')])).toEqual([]);
});

test('the summary counts everything, that of the cluster too', () => {
  expect(summary(RESULTS)).toBe('4 proofs passed, 3 failed, 4 skipped');
});
