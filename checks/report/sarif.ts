import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../finding';
import type { Location } from '../read/position';
import type { Rule } from '../rule';

const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const;

/**
 * The findings in the format that code hosts and editors read.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(findings: readonly Finding[], rules: readonly Rule[]): string {
  const driver = {
    name: 'kind-stacks',
    rules: rules.map(({ id, level, reason, remedy, subject }) => ({
      id,
      shortDescription: { text: reason },
      help: { text: `${remedy}.` },
      defaultConfiguration: { level: LEVELS[level] },
      properties: { tags: [subject] },
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: findings.map(resultOf) }],
  };
  return JSON.stringify(log, undefined, 2);
}

function resultOf({ rule, level, message, remedy, location, related, acknowledged, object }: Finding): unknown {
  return {
    ruleId: rule,
    level: LEVELS[level],
    message: { text: `${message}. ${remedy}.` },
    locations: [locationOf(location, object?.construct)],
    ...(related.length > 0 && { relatedLocations: related.map((one, id) => ({ id, ...locationOf(one) })) }),
    ...(acknowledged !== undefined && { suppressions: [{ kind: 'inSource', justification: acknowledged }] }),
  };
}

function locationOf({ file, line, column }: Location, construct?: string): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
    },
    ...(construct !== undefined && { logicalLocations: [{ fullyQualifiedName: construct }] }),
  };
}

function uriOf(file: string): string {
  if (file === '-') return 'stdin';
  return isAbsolute(file) ? pathToFileURL(file).href : file.split('/').map(encodeURIComponent).join('/');
}
