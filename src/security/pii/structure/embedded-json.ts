/** Longest string that is read as JSON of its own: as long as a value may be in all. */
const MAX_EMBEDDED_JSON = 8_388_608;
const BLANKS = '[ \\t\\r\\n]*';
const BEGINNING = new RegExp(`^${BLANKS}[[{]`);
const INDENTED = new RegExp(`^${BLANKS}[[{]\\r?\\n([ \\t]{1,8})`);

/** The object or array that a text is; undefined when it is something else. */
export function parseEmbedded(text: string): object | undefined {
  if (text.length > MAX_EMBEDDED_JSON || !BEGINNING.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The value as JSON, with the line breaks and indentation of the text it came from. */
export function writeEmbedded(value: unknown, text: string): string {
  return JSON.stringify(value, null, INDENTED.exec(text)?.[1] ?? '');
}
