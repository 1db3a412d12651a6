import { type Document, LineCounter, parseAllDocuments, type Tags } from 'yaml';
import type { Path } from '../model/field';
import { offsetOf } from './offset';
import type { Location } from './position';
import { BadAlias, ValueReader } from './read-value';

/** A document that was read: its value, and where its fields are. */
export interface ReadDocument {
  readonly value: unknown;
  /** Where a field is, or the nearest one above it that is written. */
  locate(path: Path): Location;
}

/** Something that a reader met and that is no field of an object. */
export interface ReadProblem {
  /** The rule that speaks of it. */
  readonly rule: 'yaml-invalid' | 'key-twice';
  readonly message: string;
  readonly location: Location;
  /** Other places that belong to it. */
  readonly related: readonly Location[];
}

/** What a text holds. */
export interface ReadText {
  readonly documents: readonly ReadDocument[];
  readonly problems: readonly ReadProblem[];
}

const TOO_DEEP = 'it is nested too deeply';

// As kubectl reads: YAML 1.1 with its many words for yes and no and with merges, but without times, dates and binaries.
const OPTIONS = {
  version: '1.1',
  merge: true,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
  customTags: (tags: Tags) => tags.filter((tag) => typeof tag === 'string' || !isOwnOfYaml11(tag)),
} as const;

function isOwnOfYaml11(tag: Exclude<Tags[number], string>): boolean {
  return /timestamp|binary|:(omap|pairs|set)$/.test(tag.tag) || ('format' in tag && tag.format === 'TIME');
}

/** Reads YAML or JSON, any number of documents; whatever is wrong with one of them, the others are read. */
export function readYaml(text: string, file: string): ReadText {
  const lines = new LineCounter();
  const locationAt = (offset: number): Location => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const parsed = parseAll(text, lines);
  if (parsed === undefined)
    return {
      documents: [],
      problems: [
        {
          rule: 'yaml-invalid',
          message: TOO_DEEP,
          location: { file, line: 1, column: 1 },
          related: [],
        },
      ],
    };
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const document of parsed) readDocument(document, locationAt, documents, problems);
  return { documents, problems };
}

function parseAll(text: string, lineCounter: LineCounter): Document.Parsed[] | undefined {
  try {
    const parsed = parseAllDocuments(text, { ...OPTIONS, lineCounter });
    return Array.isArray(parsed) ? parsed : [];
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function readDocument(
  document: Document.Parsed,
  locationAt: (offset: number) => Location,
  documents: ReadDocument[],
  problems: ReadProblem[],
): void {
  const [error] = document.errors;
  if (error !== undefined) {
    problems.push(invalid(sentence(error.message), locationAt(error.pos[0])));
    return;
  }
  const reader = new ValueReader(document);
  try {
    const value = reader.read();
    if (value !== null) documents.push({ value, locate: (path) => locationAt(offsetOf(path, document)) });
  } catch (cause) {
    if (cause instanceof RangeError) problems.push(invalid(TOO_DEEP, locationAt(document.range[0])));
    else if (cause instanceof BadAlias) problems.push(invalid(cause.message, locationAt(cause.offset)));
    else throw cause;
  }
  problems.push(...repetitions(reader, locationAt));
}

function invalid(message: string, location: Location): ReadProblem {
  return { rule: 'yaml-invalid', message, location, related: [] };
}

function repetitions({ repeated }: ValueReader, locationAt: (offset: number) => Location): ReadProblem[] {
  const whole = repeated.filter(({ key, top }) => top && (key === 'apiVersion' || key === 'kind'));
  const [first] = whole;
  // Two objects without a line between them: all that repeats has this one cause.
  if (whole.length === 2 && first !== undefined)
    return [at(first.offsets, 'apiVersion and kind are there twice: a line with --- is missing between two objects')];
  return repeated.map(({ key, offsets }) =>
    at(offsets, `the key '${key}' is there ${times(offsets.length)}; the last one counts`),
  );

  function at(offsets: readonly number[], message: string): ReadProblem {
    const [location, ...related] = offsets.map(locationAt).reverse() as [Location, ...Location[]];
    return { rule: 'key-twice', message, location, related };
  }
}

function times(count: number): string {
  return count === 2 ? 'twice' : `${count} times`;
}

function sentence(message: string): string {
  // The parser goes down as deep as the text does.
  if (message.startsWith('Maximum call stack')) return TOO_DEEP;
  const [line = message] = message.split('\n');
  return line.replace(/ at line \d+.*$/, '').replace(/[.:]$/, '');
}
