/**
 * The entries whose name no other has. Which of several a client goes by is anybody's guess, so all of them are left out,
 * unless they are equal to the letter.
 */
export function unrepeated<Entry>(entries: readonly Entry[], nameOf: (entry: Entry) => string): Entry[] {
  const byName = new Map<string, { readonly entry: Entry; readonly text: string; isClear: boolean }>();
  for (const entry of entries) {
    const name = nameOf(entry);
    const text = JSON.stringify(entry);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { entry, text, isClear: true });
    else if (known.text !== text) known.isClear = false;
  }
  return [...byName.values()].filter(({ isClear }) => isClear).map(({ entry }) => entry);
}
