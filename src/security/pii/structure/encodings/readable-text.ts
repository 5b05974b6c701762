import { isUtf8 } from 'node:buffer';

/** The octets as text; undefined when they are none. Chance octets seldom are, and then say nothing. */
export function readableText(octets: Uint8Array): string | undefined {
  if (octets.length === 0 || !isUtf8(octets)) return undefined;
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('utf8');
}
