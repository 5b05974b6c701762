import { isDigit } from '../text/character-class.js';
import { CodeUnits, type Characters } from '../text/code-units.js';

const MAX_LINE = 2_000;
const MAX_LINES_UP = 40;
/** More lines than are looked up for a header. */
const NO_HEADER = MAX_LINES_UP;
const MAX_CELL = 24;
const MAX_COLUMNS = 64;
const DELIMITERS = [',', '\t', '|', ';'];
/** By character, the number of the delimiter, from 1 on. */
const DELIMITER_NUMBERS = new Uint8Array(0x10000);
DELIMITERS.forEach((delimiter, index) => (DELIMITER_NUMBERS[delimiter.charCodeAt(0)] = index + 1));
/** The rule below a Markdown header. */
const RULE = /^[\s|:-]{3,}$/;
const INSERT = /insert\s{1,4}into\s{1,4}[^\s()]{1,80}\s{0,4}\(([^()]{1,600})\)\s{0,4}values/gi;
const MAX_ROW = 400;
/** What stands around the value of a cell, and what before it. */
const ENCLOSING = 1;
const BOUNDARY = 2;
const CELL_KINDS = new Uint8Array(0x80);
for (const character of ' "\'') CELL_KINDS[character.charCodeAt(0)] = ENCLOSING;
for (const character of ',\t|;(\n') CELL_KINDS[character.charCodeAt(0)] = BOUNDARY;
const PARENTHESIS = 0x28;
const COMMA = 0x2c;

/** Whether a cell of a table or a value of a statement may begin at `at`: what `at()` is worth asking for. */
export function isCellStart(text: Characters, at: number): boolean {
  let index = at - 1;
  while (index >= 0 && at - index < 4 && CELL_KINDS[text.charCodeAt(index)] === ENCLOSING) index--;
  return index >= 0 && CELL_KINDS[text.charCodeAt(index)] === BOUNDARY;
}

/** Where a label stands in the text. */
export interface LabelBounds {
  readonly start: number;
  readonly end: number;
}

interface Table {
  readonly delimiter: string;
  readonly columns: readonly LabelBounds[];
}

/**
 * The header above a cell of CSV, tab-separated text or a Markdown table, and the column of a value in an INSERT statement.
 * Asked in ascending order of offsets; each line is read once, so that the whole is linear. One object serves a whole scan.
 */
export class ColumnLabels {
  private text = '';
  private units = new CodeUnits(0);
  /** How often each delimiter occurs in the last two lines that were counted, and where they begin. */
  private here = new LineCounts();
  private above = new LineCounts();
  private lineStart = 0;
  private lineEnd = -1;
  /** Where the line above begins, as far as it is known. */
  private aboveStart = -1;
  /** How many lines above this one the nearest is that may be a header; at least so many, where not all of them were read. */
  private linesBelowHeader = 0;
  private table: Table | undefined;
  private counted = 0;
  private column = 0;
  private inserts: { readonly end: number; readonly columns: readonly LabelBounds[] }[] | undefined;

  reset(units: CodeUnits): void {
    this.text = units.string;
    this.units = units;
    this.here.start = this.above.start = -1;
    this.lineStart = 0;
    this.lineEnd = -1;
    this.linesBelowHeader = NO_HEADER;
    this.table = undefined;
    this.inserts = undefined;
  }

  /** The label of the column that `offset` stands in; undefined outside of tables. */
  at(offset: number): LabelBounds | undefined {
    if (offset > this.lineEnd || offset < this.lineStart) this.moveTo(offset);
    return this.table ? this.table.columns[this.columnAt(offset)] : this.insertColumn(offset);
  }

  private moveTo(offset: number): void {
    const previousEnd = this.lineEnd;
    const previousTable = this.table;
    // Mostly the next line: looking back for where it begins would be the dearer way.
    if (offset <= previousEnd) this.jumpTo(offset);
    do this.moveDown();
    while (this.lineEnd < offset);
    this.counted = this.lineStart;
    this.column = 0;
    const follows = previousTable !== undefined && this.lineStart === previousEnd + 1;
    this.table = follows && this.continues(previousTable) ? previousTable : this.findTable();
  }

  /** Goes before the line of `offset`, of whose lines above nothing is known then. */
  private jumpTo(offset: number): void {
    this.lineEnd = offset === 0 ? -1 : this.text.lastIndexOf('\n', offset - 1);
    this.lineStart = -1;
    this.linesBelowHeader = 0;
  }

  private moveDown(): void {
    const { lineStart, lineEnd } = this;
    if (lineStart >= 0 && mayBeHeader(this.units, lineStart, lineEnd)) this.linesBelowHeader = 0;
    this.linesBelowHeader++;
    this.aboveStart = lineEnd < 0 ? -1 : lineStart;
    this.lineStart = lineEnd + 1;
    const end = this.text.indexOf('\n', this.lineStart);
    this.lineEnd = end < 0 ? this.text.length : end;
  }

  private continues({ delimiter, columns }: Table): boolean {
    return (
      this.lineEnd - this.lineStart <= MAX_LINE &&
      count(this.units, this.lineStart, this.lineEnd, delimiter) + 1 === columns.length
    );
  }

  /** Walks up as long as lines have as many cells; the topmost is the header if it holds labels only. */
  private findTable(): Table | undefined {
    const { text, units, lineStart, lineEnd } = this;
    if (this.linesBelowHeader > MAX_LINES_UP) return undefined;
    if (lineStart === 0 || lineEnd - lineStart > MAX_LINE) return undefined;
    const above =
      this.aboveStart < 0 ? lineBefore(text, lineStart) : { start: this.aboveStart, end: lineStart - 1 };
    if (above.end - above.start > MAX_LINE) return undefined;
    const common = this.commonDelimiter(above);
    if (common < 0) return undefined;
    const delimiter = DELIMITERS[common]!;
    const width = this.here.counts[common]!;
    if (this.above.counts[common] !== width) return undefined;
    let top = { start: lineStart, end: lineEnd };
    for (let lines = 0; lines < MAX_LINES_UP && top.start > 0; lines++) {
      const next = lineBefore(text, top.start);
      if (next.end - next.start > MAX_LINE || count(units, next.start, next.end, delimiter) !== width) break;
      top = next;
    }
    return top.start === lineStart ? undefined : headerOf(units, top, delimiter);
  }

  /** The number of what occurs in this line and the one above; -1 for nothing. */
  private commonDelimiter(above: LabelBounds): number {
    const { units, lineStart, lineEnd } = this;
    const previous = this.here;
    this.here = this.above;
    this.above = previous;
    this.here.count(units, lineStart, lineEnd);
    if (this.here.isEmpty) return -1;
    if (this.above.start !== above.start) this.above.count(units, above.start, above.end);
    for (let number = 0; number < DELIMITERS.length; number++)
      if (this.above.counts[number]! > 0 && this.here.counts[number]! > 0) return number;
    return -1;
  }

  private columnAt(offset: number): number {
    const { units } = this;
    const delimiter = this.table!.delimiter.charCodeAt(0);
    if (offset < this.counted) this.counted = this.column = 0;
    for (let index = this.counted; index < offset; index++)
      if (units.charCodeAt(index) === delimiter) this.column++;
    this.counted = offset;
    return this.column;
  }

  private insertColumn(offset: number): LabelBounds | undefined {
    this.inserts ??= findInserts(this.text);
    if (this.inserts.length === 0) return undefined;
    const insert = this.inserts.findLast(({ end }) => end <= offset);
    if (!insert) return undefined;
    let column = 0;
    for (let index = offset - 1; index >= insert.end && offset - index < MAX_ROW; index--) {
      const code = this.units.charCodeAt(index);
      if (code === PARENTHESIS) return insert.columns[column];
      if (code === COMMA) column++;
    }
    return undefined;
  }
}

/** How often each delimiter occurs in a line. */
class LineCounts {
  start = -1;
  readonly counts = new Int32Array(DELIMITERS.length);

  get isEmpty(): boolean {
    for (let number = 0; number < DELIMITERS.length; number++) if (this.counts[number]! > 0) return false;
    return true;
  }

  count(text: CodeUnits, start: number, end: number): void {
    const { counts } = this;
    this.start = start;
    counts.fill(0);
    for (let index = text.nextIn(DELIMITER_NUMBERS, start, end); index < end;) {
      counts[DELIMITER_NUMBERS[text.charCodeAt(index)]! - 1]!++;
      index = text.nextIn(DELIMITER_NUMBERS, index + 1, end);
    }
  }
}

function findInserts(text: string): { end: number; columns: LabelBounds[] }[] {
  if (!text.includes('VALUES') && !text.includes('values')) return [];
  return Array.from(text.matchAll(INSERT), (match) => {
    const start = match.index + match[0].indexOf('(') + 1;
    return {
      end: match.index + match[0].length,
      columns: cellsOf(text, start, start + match[1]!.length, ','),
    };
  });
}

/** Whether a line has delimiters and no more than short labels between them, whatever it is that delimits its cells. */
function mayBeHeader(text: CodeUnits, start: number, end: number): boolean {
  let cellStart = start;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (DELIMITER_NUMBERS[code] !== 0) cellStart = index + 1;
    else if (isDigit(code) || index - cellStart >= MAX_CELL) return false;
  }
  return cellStart > start;
}

/** A header has no digits. */
function headerOf(text: CodeUnits, line: LabelBounds, delimiter: string): Table | undefined {
  for (let index = line.start; index < line.end; index++)
    if (isDigit(text.charCodeAt(index))) return undefined;
  const columns = cellsOf(text.string, line.start, line.end, delimiter);
  if (columns.length < 2 || columns.length > MAX_COLUMNS) return undefined;
  const areLabels = columns.every(({ start, end }) => end - start <= MAX_CELL);
  return areLabels && !RULE.test(text.slice(line.start, line.end)) ? { delimiter, columns } : undefined;
}

function lineBefore(text: string, lineStart: number): LabelBounds {
  const end = lineStart - 1;
  return { start: end <= 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1, end };
}

function count(text: CodeUnits, start: number, end: number, delimiter: string): number {
  const code = delimiter.charCodeAt(0);
  let found = 0;
  for (let index = start; index < end && index - start <= MAX_LINE; index++)
    if (text.charCodeAt(index) === code) found++;
  return found;
}

/** Bounds of the cells of a line, without the spaces and quotation marks around them. */
function cellsOf(text: string, start: number, end: number, delimiter: string): LabelBounds[] {
  const cells: LabelBounds[] = [];
  for (let from = start; from <= end;) {
    const found = text.indexOf(delimiter, from);
    const to = found < 0 || found > end ? end : found;
    cells.push({ start: from, end: to });
    from = to + 1;
  }
  return cells;
}
