import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { filesIn, ROOT } from './files';

const LONGEST = 150;
const LONGEST_TEST = 300;
// Interfaces whose members people write.
const TOLD = /(Props|Options|Parts|Times|Settings|Replicas|ResourceAmount)$/;

const sources = [
  'main.ts',
  ...filesIn('checks', 'cli', 'constructs', 'stacks', 'platform').filter((file) => file.endsWith('.ts')),
];
const tests = filesIn('test').filter((file) => file.endsWith('.ts'));

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const lengthOf = (file: string) => read(file).trimEnd().split('\n').length;
const parse = (file: string) => ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
const isHidden = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  ts
    .getModifiers(node)
    ?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.OverrideKeyword) === true;
const hasComment = (node: ts.Node) => ts.getJSDocCommentsAndTags(node).some(ts.isJSDoc);

function nameOf(node: ts.Node): string {
  const { name } = node as Partial<ts.NamedDeclaration>;
  return name === undefined ? ts.SyntaxKind[node.kind] : name.getText();
}

// The comments of an overloaded method stand at its signatures.
function isOverloaded({ members }: ts.ClassDeclaration, { name, body }: ts.MethodDeclaration): boolean {
  return body !== undefined && members.filter((member) => member.name?.getText() === name.getText()).length > 1;
}

function membersOf(node: ts.Node): readonly ts.Node[] {
  if (ts.isInterfaceDeclaration(node)) return TOLD.test(node.name.text) ? node.members : [];
  if (ts.isClassDeclaration(node))
    return node.members.filter(
      (member) =>
        !isHidden(member) &&
        ((ts.isMethodDeclaration(member) && !isOverloaded(node, member)) || ts.isGetAccessor(member)),
    );
  return [];
}

describe('sources', () => {
  test('are short', () => {
    expect(sources.filter((file) => lengthOf(file) > LONGEST)).toEqual([]);
    expect(tests.filter((file) => lengthOf(file) > LONGEST_TEST)).toEqual([]);
    expect(lengthOf('main.ts')).toBeLessThan(40);
  });

  test('have no any', () => {
    expect(
      [...sources, ...tests].filter((file) =>
        /\bas any\b|[:<] ?any\b/.test(read(file).replace(/\/\*.*?\*\/|\/\/.*|'[^'\n]*'|"[^"\n]*"|\/.*\//gs, '')),
      ),
    ).toEqual([]);
  });

  test('have no room for everything', () => {
    expect(
      filesIn('checks', 'cli', 'constructs', 'stacks', 'platform', 'test').filter((file) =>
        /(^|\/)(utils?|common|helpers?)(\.|\/)/.test(file),
      ),
    ).toEqual([]);
  });

  test.each(sources.filter((file) => !file.endsWith('index.ts')))(
    '%s says why one would use what it exports',
    (file) => {
      const exported = parse(file).statements.filter((node) => isExported(node) && !ts.isExportDeclaration(node));
      const silent = exported.flatMap((node) => [node, ...membersOf(node)]).filter((node) => !hasComment(node));
      expect(silent.map(nameOf)).toEqual([]);
    },
  );

  test.each(sources)('%s gives the default of every optional prop', (file) => {
    const props = parse(file)
      .statements.filter(ts.isInterfaceDeclaration)
      .filter((node) => TOLD.test(node.name.text) && isExported(node));
    const optional = props.flatMap((node) => [...node.members]).filter((member) => member.questionToken !== undefined);
    expect(
      optional.filter((member) => !ts.getJSDocTags(member).some((tag) => tag.tagName.text === 'default')).map(nameOf),
    ).toEqual([]);
  });
});
