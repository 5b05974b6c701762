import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { describeMistake, inOrder, placed } from '../common/documents/document-mistake.js';
import type { DocumentMistake } from '../common/documents/document-mistake.js';
import type { DocumentPositions } from '../common/documents/document-positions.js';
import type { ReadDocument } from '../common/documents/read-document.js';
import { allowedAt } from './allowed-members.js';

/** What a file of the configuration lists, or what is wrong with it. */
export interface FileList<T> {
  readonly data: readonly T[];
  /** By variable and path in the file, never with a value. */
  readonly mistakes: readonly string[];
}

/** Reads YAML and knows the lines. Handed in, because loading it takes longer than most files are worth. */
export type DocumentReader = (text: string) => ReadDocument;

const MAX_BYTES = 4_194_304;
const NOTHING = { data: [], mistakes: [] };

/** Reads the JSON file that a variable names; one that is not set lists nothing. */
export function readList<T>(variable: string, file: string | undefined, schema: z.ZodType<T[]>): FileList<T> {
  if (file === undefined) return NOTHING;
  const document = parse(file);
  if (document === undefined)
    return { data: [], mistakes: [`${variable}: names no readable file with a JSON document`] };
  const result = schema.safeParse(document);
  if (result.success) return { data: result.data, mistakes: [] };
  const mistakes = result.error.issues.map(
    ({ path, message }) => `${variable}: ${path.length === 0 ? '' : `${path.join('.')}: `}${message}`,
  );
  return { data: [], mistakes };
}

/** Reads the YAML or JSON file that a variable names; every mistake with its line, and what is allowed there. */
export function readListWithLines<T>(
  variable: string,
  file: string | undefined,
  schema: z.ZodType<T[]>,
  readDocument: DocumentReader,
): FileList<T> {
  if (file === undefined) return NOTHING;
  const text = readText(file);
  if (text === undefined)
    return { data: [], mistakes: [`${variable}: names no readable file of at most ${MAX_BYTES} bytes`] };
  const refused = (mistakes: readonly DocumentMistake[]) => ({
    data: [],
    mistakes: inOrder(mistakes).map((mistake) => `${variable}: ${describeMistake(file, mistake)}`),
  });
  const document = readDocument(text);
  if (document.mistakes !== undefined) return refused(document.mistakes);
  const result = schema.safeParse(document.content);
  if (result.success) return { data: result.data, mistakes: [] };
  return refused(result.error.issues.flatMap((issue) => mistakesOf(issue, schema, document.positions)));
}

function mistakesOf(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  positions: DocumentPositions,
): DocumentMistake[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys')
    return [{ ...positions.ofValue(path), message: placed(path, message) }];
  const allowed = allowedAt(schema, path).join(', ');
  return issue.keys.map((key) => ({
    ...positions.ofKey(path, key),
    message: placed(path, `${JSON.stringify(key.slice(0, 80))} is not known; allowed: ${allowed}`),
  }));
}

function readText(file: string): string | undefined {
  try {
    const found = statSync(file);
    // A device or pipe may never end.
    return found.isFile() && found.size <= MAX_BYTES ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
