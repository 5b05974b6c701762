import type { Position } from './document-positions.js';

/** Something wrong in a file: where, what, and what is allowed. */
export interface DocumentMistake extends Position {
  readonly message: string;
}

/** `policies.yaml:12:9: what is wrong`, as editors and terminals link it. */
export function describeMistake(file: string, { line, column, message }: DocumentMistake): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** In the order of the file. */
export function inOrder(mistakes: readonly DocumentMistake[]): DocumentMistake[] {
  return [...mistakes].sort((one, other) => one.line - other.line || one.column - other.column);
}

/** The message behind the path to what it is about. */
export function placed(path: readonly PropertyKey[], message: string): string {
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
}
