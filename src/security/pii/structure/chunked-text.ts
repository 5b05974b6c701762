import { readableText } from './encodings/readable-text.js';

/** Fewer say nothing of anybody. */
const SHORTEST = 6;

/** Text that was taken apart into an array: its characters, or its octets. */
export interface ChunkedText {
  readonly text: string;
  /** The array the changed text becomes. */
  rebuild(text: string): unknown[];
}

/** What an array of single characters, digits or octets says; undefined when it is an array like others. */
export function chunkedText(items: readonly unknown[]): ChunkedText | undefined {
  if (items.length < SHORTEST) return undefined;
  return characters(items) ?? octets(items);
}

function characters(items: readonly unknown[]): ChunkedText | undefined {
  if (!items.every(isCharacter)) return undefined;
  return { text: items.join(''), rebuild: (text) => [...text] };
}

function isCharacter(item: unknown): boolean {
  if (typeof item === 'number') return Number.isInteger(item) && item >= 0 && item <= 9;
  return typeof item === 'string' && (item.length === 1 || (item.length === 2 && [...item].length === 1));
}

function octets(items: readonly unknown[]): ChunkedText | undefined {
  if (!items.every(isOctet)) return undefined;
  const text = readableText(Uint8Array.from(items as number[]));
  return text === undefined ? undefined : { text, rebuild: (changed) => [...Buffer.from(changed, 'utf8')] };
}

function isOctet(item: unknown): boolean {
  return typeof item === 'number' && Number.isInteger(item) && item >= 0 && item <= 255;
}
