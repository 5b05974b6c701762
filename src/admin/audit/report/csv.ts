/** Excel, Korean Excel above all, takes a file without this for its legacy code page. */
const BYTE_ORDER_MARK = '\ufeff';
/** First characters that make spreadsheets calculate a cell (CWE-1236); Korean and Japanese ones take the full-width forms too. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

export type Cell = string | number | null;

/** RFC 4180: CRLF lines, fields quoted when they must be; UTF-8 with byte order mark; no cell can start a formula. */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(toField).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function toField(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
