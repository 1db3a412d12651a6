import type { Finding } from '../../../checks/finding';
import { githubReport } from '../../../checks/report/github';
import { sarifReport } from '../../../checks/report/sarif';
import { coloured, plain, textReport } from '../../../checks/report/text';
import { RULES } from '../../../checks/rules';

const finding: Finding = {
  rule: 'key-twice',
  level: 'error',
  message: "the key 'a' is there twice; the last one counts",
  remedy: 'Keep one of them',
  location: { file: 'my folder/a.yaml', line: 10, column: 3 },
  field: 'data.a',
  object: { kind: 'ConfigMap', namespace: 'default', name: 'a', construct: 'main/a/Resource' },
  related: [{ file: 'b.yaml', line: 2, column: 1 }],
  acknowledged: undefined,
};

describe('text', () => {
  const lineOf = (_: string, line: number) => (line === 10 ? '  a: 2' : undefined);

  test('shows the line with a mark under the key', () => {
    expect(textReport([finding], lineOf, plain)).toBe(`my folder/a.yaml
  10:3  error  the key 'a' is there twice; the last one counts  [key-twice]
    10 |   a: 2
       |   ^
    Keep one of them.
    see b.yaml:2`);
  });

  test('marks one column where there is no word, and no line that cannot be shown', () => {
    const odd = { ...finding, related: [], location: { file: 'a.yaml', line: 10 } };
    expect(textReport([odd], () => ': a', plain).split('\n')[3]).toBe('       | ^');
    expect(textReport([{ ...odd, location: { file: 'a.yaml', line: 11, column: 1 } }], lineOf, plain)).not.toContain(
      '^',
    );
  });

  test('names each file once', () => {
    const other = { ...finding, location: { file: 'b.yaml', line: 1, column: 1 } };
    const files = textReport([finding, finding, other], lineOf, plain)
      .split('\n')
      .filter((line) => /^\S/.test(line));
    expect(files).toEqual(['my folder/a.yaml', 'b.yaml']);
  });

  test('has colours for a terminal alone', () => {
    expect(textReport([finding], lineOf, coloured)).toContain('\u001b[31merror\u001b[0m');
    expect(textReport([finding], lineOf, plain)).not.toContain('\u001b');
  });

  test('shows a finding without a line by its place', () => {
    const text = textReport([{ ...finding, location: { file: 'main/a/Resource' }, related: [] }], lineOf, plain);
    expect(text).toBe(`main/a/Resource
  error  the key 'a' is there twice; the last one counts  [key-twice]
    Keep one of them.`);
  });

  test('shows why something is acknowledged instead of what to do', () => {
    const text = textReport([{ ...finding, related: [], acknowledged: 'on purpose' }], lineOf, plain);
    expect(text).toBe(`my folder/a.yaml
  10:3  acknowledged  the key 'a' is there twice; the last one counts  [key-twice]
    accepted: on purpose`);
  });
});

describe('SARIF', () => {
  const [run] = JSON.parse(sarifReport([finding, { ...finding, acknowledged: 'on purpose' }], RULES)).runs;

  test('names every rule by its id', () => {
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
  });

  test('has place, message, related places and the construct', () => {
    expect(run.results[0]).toEqual({
      ruleId: 'key-twice',
      level: 'error',
      message: { text: "the key 'a' is there twice; the last one counts. Keep one of them." },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'my%20folder/a.yaml' },
            region: { startLine: 10, startColumn: 3 },
          },
          logicalLocations: [{ fullyQualifiedName: 'main/a/Resource' }],
        },
      ],
      relatedLocations: [
        { id: 0, physicalLocation: { artifactLocation: { uri: 'b.yaml' }, region: { startLine: 2, startColumn: 1 } } },
      ],
    });
  });

  test.each([
    [
      'standard input',
      { file: '-', line: 1, column: 2 },
      { artifactLocation: { uri: 'stdin' }, region: { startLine: 1, startColumn: 2 } },
    ],
    [
      'a whole path',
      { file: '/a b/c.yaml', line: 1 },
      { artifactLocation: { uri: 'file:///a%20b/c.yaml' }, region: { startLine: 1 } },
    ],
    ['a file without a line', { file: 'a.yaml' }, { artifactLocation: { uri: 'a.yaml' } }],
  ])('names %s', (_, location, physicalLocation) => {
    const [first] = JSON.parse(sarifReport([{ ...finding, location, object: undefined }], RULES)).runs[0].results;
    expect(first.locations).toEqual([{ physicalLocation }]);
  });

  test('keeps what is acknowledged, as suppressed', () => {
    expect(run.results[1].suppressions).toEqual([{ kind: 'inSource', justification: 'on purpose' }]);
  });
});

test('commands of GitHub escape what would end them, and leave out what is acknowledged', () => {
  const odd = { ...finding, message: '100 %\nwrong', location: { file: 'a,b:c.yaml' } };
  expect(githubReport([odd, { ...finding, acknowledged: 'on purpose' }])).toBe(
    '::error file=a%2Cb%3Ac.yaml,title=key-twice::100 %25%0Awrong. Keep one of them.',
  );
});
