/** Words of a list with spaces between; `_` is a space that people leave out as well. */
export function wordList(list: string): string[] {
  return list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));
}
