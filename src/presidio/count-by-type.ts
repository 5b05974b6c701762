import { ENTITY_TYPES, presidioNameOf } from '../security/index.js';

const KNOWN: ReadonlySet<string> = new Set(ENTITY_TYPES.flatMap((type) => [type, presidioNameOf(type)]));
const OTHER = 'OTHER';

/** How often each type stands in a list, for a record. A name that a caller made up may say anything, so it is not kept. */
export function countByType(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) {
    const kept = KNOWN.has(name) ? name : OTHER;
    counts[kept] = (counts[kept] ?? 0) + 1;
  }
  return counts;
}
