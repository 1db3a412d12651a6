import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Pages, WebApplication } from '../../../constructs';
import { at, only, synth } from '../../synth';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The page that the init container of a web application writes. */
function pageOf(pages: Pages, env: Readonly<Record<string, string>> = {}): string {
  const deployment = only(
    synth((stack) => new WebApplication(stack, 'web', { pages })),
    'Deployment',
  );
  const command = at(deployment, 'spec.template.spec.initContainers.0.command') as [string, string, string];
  const script = command[2].replace('> /app/index.html\n', `> ${folder}/index.html\n`);
  execFileSync(command[0], [command[1], script], { cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C', ...env } });
  return readFileSync(join(folder, 'index.html'), 'utf8');
}

/** What a browser shows for a piece of HTML without elements. */
function shown(html: string): string {
  if (/[<>"'`$]/.test(html)) throw new Error(`there is more than text in ${html}`);
  return html.replace(/&#(\d+);/g, (_, digits) => {
    const code = Number(digits);
    return code >= 0xd800 && code <= 0xdfff ? '\ufffd' : String.fromCodePoint(code);
  });
}

/** The text of a section of the page about the pod. */
function sectionOf(page: string, heading: string): string {
  const start = `<h2>${heading}</h2>\n<pre>\n`;
  const [, rest = ''] = page.split(start);
  return (rest.split('</pre>\n')[0] ?? '').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}

describe('Pages.text', () => {
  test.each(['-n', '-e a', '\\\\n'.slice(1)])('shows %j, which echo would not', (text) => {
    expect(shown(pageOf(Pages.text(text)).replace(/\n$/, ''))).toBe(text);
  });

  test('is one line', () => {
    expect(pageOf(Pages.text('Version 2.0'))).toBe('Version 2.0\n');
  });

  test.each([
    '<b>"bold"</b>',
    "it's $HOME, `id` and $(id)",
    'back\\slash \\n \\c !!',
    'a & b &amp; c',
    'one\ntwo\n\nthree\t',
    '50% of 3 * 4; # ~ {a,b} > /tmp/x',
    'grün 日本 🙂',
    '',
  ])('shows %j as it is', (text) => {
    expect(shown(pageOf(Pages.text(text)).replace(/\n$/, ''))).toBe(text);
  });
});

describe('Pages.aboutThisPod', () => {
  test('begins with a title and the name of the pod', () => {
    expect(pageOf(Pages.aboutThisPod('The shop')).split('\n').slice(0, 4)).toEqual([
      '<!DOCTYPE html>',
      '<title>The shop</title>',
      `<h1>The shop: ${hostname()}</h1>`,
      '<h2>Environment</h2>',
    ]);
  });

  test('without a title is called Web', () => {
    expect(pageOf(Pages.aboutThisPod())).toMatch(/\n<title>Web<\/title>\n<h1>Web: /);
  });

  test('shows any title as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'"\'`$(<>&#\\ a') })),
        (title) => {
          const [, html = ''] = /<title>([^<]*)<\/title>/.exec(pageOf(Pages.aboutThisPod(title))) ?? [];
          expect(shown(html)).toBe(title);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('runs nothing that stands in the title', () => {
    pageOf(Pages.aboutThisPod('a"; touch one; echo "$(touch two)`touch three`'));
    expect(readdirSync(folder)).toEqual(['index.html']);
  });

  test('shows the environment, sorted, as text', () => {
    const page = pageOf(Pages.aboutThisPod(), { GREETING: '<b>you & me</b> &lt;', ZERO: '0' });
    const lines = sectionOf(page, 'Environment').trimEnd().split('\n');
    expect(lines).toEqual(expect.arrayContaining(['GREETING=<b>you & me</b> &lt;', 'LC_ALL=C', 'ZERO=0']));
    expect(lines).toEqual([...lines].sort());
    expect(page).toContain('\nGREETING=&lt;b>you &amp; me&lt;/b> &amp;lt;\n');
  });

  test.each(['/etc/hosts', '/etc/resolv.conf'])('shows %s', (file) => {
    expect(sectionOf(pageOf(Pages.aboutThisPod()), file)).toBe(readFileSync(file, 'utf8'));
  });

  test('has its sections in this order', () => {
    expect([...pageOf(Pages.aboutThisPod()).matchAll(/^<h2>(.*)<\/h2>$/gm)].map(([, heading]) => heading)).toEqual([
      'Environment',
      '/etc/hosts',
      '/etc/resolv.conf',
    ]);
  });
});
