/** How values of one type are masked, and the most that a masked value may still show. */
export interface MaskRule {
  /** Letters and digits that remain, at most; in each word for names, before the `@` for addresses of e-mail. */
  readonly limit: number;
  readonly mask: (value: string) => string;
}

/** What is hidden counts as what it was: a masked value masked again is the same. */
const READABLE = /[\p{L}\p{N}*]/gu;

/** Hides every letter and digit; what stands between them shows what it was. */
export const maskAll: MaskRule = { limit: 0, mask: (value) => value.replace(READABLE, '*') };

/** What stays of a value's letters and digits. */
export interface KeptEnds {
  readonly first?: number;
  readonly last?: number;
  /** That many are hidden at least: of a short value less stays, the beginning goes first. */
  readonly hidden: number;
}

/** Keeps letters and digits at the ends, as `4111-****-****-1111` does. */
export function keepEnds({ first = 0, last = 0, hidden }: KeptEnds): MaskRule {
  return {
    limit: first + last,
    mask: (value) => {
      const room = Math.max(0, (value.match(READABLE)?.length ?? 0) - hidden);
      const atEnd = Math.min(last, room);
      return hideBetween(value, Math.min(first, room - atEnd), atEnd);
    },
  };
}

/** Hides letters and digits but for the first and the last ones. */
export function hideBetween(value: string, first: number, last: number): string {
  const total = value.match(READABLE)?.length ?? 0;
  let index = -1;
  return value.replace(READABLE, (character) => {
    index += 1;
    return index < first || index >= total - last ? character : '*';
  });
}
