/** A result of an analyzer, in UTF-16 units. */
export interface Result {
  readonly entityType: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/**
 * Results without overlaps, in order, as Presidio's documentation says: of the same span the surer, of nested ones the
 * larger; two that overlap in part both stay, one after the other.
 */
export function resolveResults(results: readonly Result[]): Result[] {
  const inOrder = results
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end || b.score - a.score);
  const kept: Result[] = [];
  let reach = 0;
  for (const result of inOrder) {
    if (result.end <= reach) continue;
    kept.push({ ...result, start: Math.max(result.start, reach) });
    reach = result.end;
  }
  return kept;
}

/** Neighbours of one type with only blanks between them made one, as Presidio does: first and last name are one person. */
export function joinNeighbours(results: readonly Result[], text: string): Result[] {
  const joined: Result[] = [];
  for (const result of results) {
    const last = joined.at(-1);
    const isSame = last?.entityType === result.entityType;
    if (last !== undefined && isSame && /^ +$/.test(text.slice(last.end, result.start)))
      joined[joined.length - 1] = { ...last, end: result.end };
    else joined.push(result);
  }
  return joined;
}
