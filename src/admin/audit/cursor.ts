const HIGHEST_SEQUENCE = 9_223_372_036_854_775_807n;

/** Where the next page begins. Opaque to callers: what stands in it may change. */
export function encodeCursor(sequence: string): string {
  return Buffer.from(`s${sequence}`, 'latin1').toString('base64url');
}

/** The sequence in a cursor, or undefined when it is none of ours. */
export function decodeCursor(cursor: string): string | undefined {
  const sequence = /^s(\d{1,19})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))?.[1];
  return sequence !== undefined && BigInt(sequence) <= HIGHEST_SEQUENCE ? sequence : undefined;
}
