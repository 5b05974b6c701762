/** MCP 2026-07-28, Streamable HTTP: values that a header cannot carry are sent like this. */
const ENCODED = /^=\?base64\?([A-Za-z0-9+/]*={0,2})\?=$/;

/** What a header of MCP stands for; undefined when it is encoded and cannot be decoded. */
export function decodeHeaderValue(value: string): string | undefined {
  const encoded = ENCODED.exec(value)?.[1];
  if (encoded === undefined) return value.startsWith('=?') ? undefined : value;
  const bytes = Buffer.from(encoded, 'base64');
  // Whatever Node skipped on the way another decoder may not.
  if (bytes.toString('base64').replace(/=+$/, '') !== encoded.replace(/=+$/, '')) return undefined;
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
}
