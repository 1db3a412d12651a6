import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vm from 'node:vm';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../..');

interface Example {
  readonly page: string;
  readonly code: string;
}

function examples(): Example[] {
  const folder = join(ROOT, 'docs/constructs');
  const pages = ['README.md', ...readdirSync(folder).map((page) => `docs/constructs/${page}`)];
  return pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => ({
      page,
      code: code as string,
    })),
  );
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Node16,
  moduleResolution: ts.ModuleResolutionKind.Node16,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: ['node', 'jest'],
  paths: { 'kind-stacks': [join(ROOT, 'constructs/index.ts')], 'kind-stacks/stacks': [join(ROOT, 'stacks/index.ts')] },
};

// A reader copies an example as it stands, so it has to compile and to run as it stands.
describe('examples of the pages', () => {
  const all = examples();
  const files = new Map(all.map((example, position) => [join(ROOT, `example-${position}.ts`), example]));

  test('compile', () => {
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile } = host;
    host.fileExists = (file) => files.has(file) || fileExists.call(host, file);
    host.readFile = (file) => files.get(file)?.code ?? readFile.call(host, file);
    const program = ts.createProgram([...files.keys()], options, host);
    const problems = ts.getPreEmitDiagnostics(program).map((problem) => {
      const page = problem.file && files.get(problem.file.fileName)?.page;
      return `${page ?? problem.file?.fileName}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`;
    });
    expect(problems).toEqual([]);
  });

  test.each(all.filter(({ code }) => !code.includes('expect(')))('of $page run', ({ code }) => {
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: { ...options, noEmit: false, module: ts.ModuleKind.CommonJS },
    });
    const load = (name: string) =>
      name.startsWith('kind-stacks')
        ? require(join(ROOT, name.replace(/^kind-stacks$/, 'constructs').replace('kind-stacks/', '')))
        : require(name);
    expect(() => vm.runInThisContext(`(function (require, exports) {${outputText}\n})`)(load, {})).not.toThrow();
  });
});
