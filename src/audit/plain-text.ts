import { toUSVString } from 'node:util';

/** C0, C1 and DEL, line and paragraph separators, and the marks that reorder what a reader sees (CWE-117). */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

const PLAIN_ASCII = /^[\x20-\x7e]*$/;

/** One line of well-formed text of at most `limit` UTF-16 units: what a caller sent, fit for a record. */
export function toPlainText(text: string, limit: number): string {
  if (text.length <= limit && PLAIN_ASCII.test(text)) return text;
  const line = text.slice(0, limit * 2).replace(UNPRINTABLE, ' ');
  return toUSVString(line.length > limit ? `${line.slice(0, limit - 1)}…` : line);
}
