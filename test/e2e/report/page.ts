import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Cluster } from '../cluster';
import type { Result } from '../journal';
import { COLUMNS, reasons, rowsOf, summary } from './table';

const START = '<!-- written by npm run e2e -- --page: start -->';
const END = '<!-- end -->';

/** Whether a page has the place for the table; asked before the run. */
export function hasPlace(file: string): boolean {
  if (!existsSync(file)) return false;
  const page = readFileSync(file, 'utf8');
  return page.includes(START) && page.indexOf(END) > page.indexOf(START);
}

/** Puts what a run showed between the two marks of a page; the rest of it is written by people. */
export function writePage(file: string, cluster: Pick<Cluster, 'version'>, results: readonly Result[]): void {
  const page = readFileSync(file, 'utf8');
  const [before, after] = [page.indexOf(START), page.indexOf(END)];
  writeFileSync(file, `${page.slice(0, before)}${START}\n${section(cluster, results)}\n${page.slice(after)}`);
}

function section({ version }: Pick<Cluster, 'version'>, results: readonly Result[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [row(['stack', ...COLUMNS]), row(['', ...COLUMNS].map(() => '---')), ...rowsOf(results).map(row)];
  const broken = results
    .filter(({ level }) => level === 'fails where it must')
    .sort((a, b) => (a.proof < b.proof ? -1 : 1));
  return [
    `Kubernetes ${version}: ${summary(results)}.`,
    '',
    ...table,
    '',
    ...reasons(results).map((reason) => `- ${reason}`),
    '',
    row(['broken on purpose', 'what the run said']),
    row(['---', '---']),
    ...broken.map(({ proof, detail }) => row([proof, short(detail)])),
  ].join('\n');
}

// Names and addresses that a cluster made up say nothing on a page, and differ from run to run.
function short(detail: string): string {
  const words = detail
    .replaceAll('|', '\\|')
    .replaceAll(/error: error validating \S+ /g, '')
    .replaceAll(/kind-stacks-e2e-[a-z-]+\//g, '')
    .replaceAll(/-[a-z0-9]{8,10}-[a-z0-9]{5}\b/g, '')
    .replaceAll(/\d+\.\d+\.\d+\.\d+/g, '…');
  return words.length > 220 ? `${words.slice(0, 220)}…` : words;
}
