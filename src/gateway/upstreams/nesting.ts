/** Levels of a definition that is looked at; whatever walks through one may do so without looking back. */
const MOST_LEVELS = 128;

/** Whether it is nested deeper than any definition needs. */
export function isTooDeep(value: unknown, levels = MOST_LEVELS): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isTooDeep(member, levels - 1));
}
