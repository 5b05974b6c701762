import { isCellStart, type ColumnLabels, type LabelBounds } from '../structure/column-labels.js';
import { isDigit } from './character-class.js';
import { CodeUnits } from './code-units.js';
import { Kind, LabelHits, type ContextWords, type WordMatch } from './context-words.js';
import { startsPart } from './letter-pairs.js';
import { max, min } from './math.js';

/** How far before a number its label may begin, and how far behind one may follow, in UTF-16 units. */
const WINDOW_BEFORE = 40;
const WINDOW_AFTER = 20;
const LINE_FEED = 0x0a;

/** What has been read around the number that recognizers are being asked about. */
const Read = { NOTHING: 0, BEGINNINGS: 1, BEFORE: 2, COLUMN: 3 } as const;

/** The labels around one number, read when the first recognizer asks. Mutable: one object serves a whole scan. */
export class ContextScan {
  /** The topic of the recognizer that is being asked. */
  topic = 0;
  private text = new CodeUnits(0);
  private at = 0;
  private hasRead: number = Read.NOTHING;
  private readonly hits: LabelHits;
  /** Of the header of the column, where there is one. */
  private readonly columnHits: LabelHits;
  private hasColumn = false;
  /** Where the words behind were looked for last, and what the first of them says. */
  private saidAfter = -1;
  private lookedAfter = -1;
  private afterSays: Int8Array | undefined;
  private readonly match: WordMatch = { end: 0, says: new Int8Array(0) };

  constructor(
    private readonly words: ContextWords,
    private readonly columns: ColumnLabels,
  ) {
    this.hits = new LabelHits(words);
    this.columnHits = new LabelHits(words);
  }

  /** Moves to the number at `at`. */
  reset(text: CodeUnits, at: number): void {
    this.text = text;
    this.at = at;
    this.hasRead = Read.NOTHING;
    this.saidAfter = this.lookedAfter = -1;
  }

  /** What the labels before it say, or else the header of its column. */
  before(): 1 | 0 | -1 {
    if (this.hasRead < Read.BEFORE) this.readBefore();
    const said = this.hits.decide(this.topic);
    if (said !== 0) return said;
    if (this.hasRead !== Read.COLUMN) this.readColumn();
    return this.hasColumn ? this.columnHits.decide(this.topic) : 0;
  }

  /**
   * Whether they name the topic: like `before() > 0`. For whoever asks first, how words begin mostly tells that they do not,
   * and nothing has to be read.
   */
  isNamed(): boolean {
    if (this.hasRead === Read.NOTHING && !this.mayBeNamed()) {
      this.hasRead = Read.BEGINNINGS;
      return false;
    }
    return this.before() > 0;
  }

  /** Whether a word for the topic follows `end` on the same line. */
  after(end: number): boolean {
    if (this.saidAfter !== end) {
      if (this.lookedAfter !== end && !this.mayBeNamedAfter(end)) return false;
      this.saidAfter = end;
      this.afterSays = this.readAfter(end);
    }
    return this.afterSays !== undefined && this.afterSays[this.topic]! > 0;
  }

  private mayBeNamed(): boolean {
    const { text, at } = this;
    return (
      this.words.mayName(this.topic, text, max(0, at - WINDOW_BEFORE), at) || this.column() !== undefined
    );
  }

  private mayBeNamedAfter(end: number): boolean {
    this.lookedAfter = end;
    return this.words.mayName(this.topic, this.text, end, min(this.text.length, end + WINDOW_AFTER));
  }

  private readBefore(): void {
    this.hasRead = Read.BEFORE;
    this.hits.read(this.text, max(0, this.at - WINDOW_BEFORE), this.at);
  }

  private readColumn(): void {
    this.hasRead = Read.COLUMN;
    const column = this.column();
    this.hasColumn = column !== undefined;
    if (column) this.columnHits.read(this.text, column.start, column.end);
  }

  /** The header of the column, where the number may be a cell of one. */
  private column(): LabelBounds | undefined {
    return isCellStart(this.text, this.at) ? this.columns.at(this.at) : undefined;
  }

  /** What the first word behind `end` says. */
  private readAfter(end: number): Int8Array | undefined {
    const { text, match, words } = this;
    const limit = min(text.length, end + WINDOW_AFTER);
    for (let index = end; index < limit; index++) {
      const code = text.charCodeAt(index);
      if (code === LINE_FEED || isDigit(code)) return undefined;
      const kind = words.kindOf(code);
      if (kind !== Kind.START && !(kind === Kind.LATIN && startsPart(code, text.charCodeAt(index - 1))))
        continue;
      if (words.match(text, index, limit, match)) return match.says;
    }
    return undefined;
  }
}
