import type { CodeUnits } from './code-units.js';
import { isAsciiLetter, isHangul } from './character-class.js';
import { EdgeTable, ROOT } from './edge-table.js';
import { LetterPairs, startsPart } from './letter-pairs.js';
import { max } from './math.js';

const MAX_HITS = 24;
/** Latin words up to this length have to end where they end: `tel` is not in `tell`. */
const SHORT_WORD = 4;
/** A thing's label is used up by so many digits: what follows them is another value. */
const CONSUMING_DIGITS = 3;
/** How many numbers `pairOf` makes, and how many codes there are that it tells apart. */
const PAIRS = 0x4000;
const PAIRED_CODES = 0x100;

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const FULL_STOP = 0x2e;
/** Two words and more behind a comma or the like. */
const PARTED = /[,;:] [^,;:]{0,12}[A-Za-z가-힣]{2,} [^,;:]{0,12}[A-Za-z가-힣]{2,}/;
/** What a character is to the reading of labels. */
export const Kind = {
  NONE: 0,
  DELIMITER: 1,
  DIGIT: 2,
  LINE_FEED: 3,
  FULL_STOP: 4,
  LATIN: 5,
  START: 6,
} as const;
/** The end of a question: `법인번호는요?`, `your phone number, please?`. */
const QUESTION = /^[^\d\n:;|?]{0,24}\?[\s"']{0,2}$/;
/** What may stand between a number and a word that speaks against it only beside it: `tags `, `voucher code is `. */
const BESIDE = /^(?:e?s)?(?:[ _.-]?(?:no|nr|num|number|code|id)s?)?[\s:#=."'(|]*(?:(?:is|was) )?$/i;
const MOST_BESIDE = 20;
const AGAINST_BESIDE = -2;
const DELIMITERS = ',;:|/"\'=()[]{}<>\t\r';

/** Words that tell what a number is, for one recognizer; all in lower case. A space also matches `_`, `-`, `.` and nothing. */
export interface ContextTopic {
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** Those that speak against it only directly before the number: of `parcel driver 07700 900123` the parcel does not. */
  readonly againstBeside?: readonly string[];
}

/** A word of labels, by the node of the tree where it ends. */
interface LabelWord {
  /** What it says, by topic: 1 for, -1 against, -2 against directly before the number. */
  says: Int8Array;
  readonly isShortLatin: boolean;
}

/**
 * The label words of all recognizers in one tree, so that a window is read once whoever asks. Latin words begin at a word
 * boundary or a capital within camelCase, words of other scripts anywhere.
 */
export class ContextWords {
  private readonly edges = new EdgeTable();
  /** By the node where they end. */
  private readonly words: (LabelWord | undefined)[] = [];
  /** By node: the node behind a space, which a joiner may stand for or nothing at all; 0 for most. */
  private readonly overSpace: Uint16Array;
  private readonly kinds = new Uint8Array(0x10000);
  /** Whether a word may begin with two characters, by what `pairOf` makes of them: most do not. */
  private readonly beginnings = new Uint8Array(PAIRS);

  /** By topic, how its own words begin. */
  private readonly own: readonly LetterPairs[];

  constructor(private readonly topics: readonly ContextTopic[]) {
    this.own = topics.map((topic) => new LetterPairs(topic.for.flatMap(withApostrophes)));
    for (const delimiter of DELIMITERS) this.kinds[delimiter.charCodeAt(0)] = Kind.DELIMITER;
    this.kinds.fill(Kind.DIGIT, 0x30, 0x3a);
    this.kinds.fill(Kind.LATIN, 0x41, 0x5b);
    this.kinds.fill(Kind.LATIN, 0x61, 0x7b);
    this.kinds[LINE_FEED] = Kind.LINE_FEED;
    this.kinds[FULL_STOP] = Kind.FULL_STOP;
    const parents = [0, 0];
    // Most words speak against most topics: each walks the tree once.
    const known = new Map<string, LabelWord>();
    const note = (word: string, topic: number, says: 1 | -1 | typeof AGAINST_BESIDE): void => {
      for (const form of withApostrophes(word)) {
        const label = known.get(form) ?? this.add(form, parents);
        known.set(form, label);
        label.says[topic] = says;
      }
    };
    topics.forEach((topic, index) => {
      for (const word of topic.for) note(word, index, 1);
      for (const word of topic.against) note(word, index, -1);
      for (const word of topic.againstBeside ?? []) note(word, index, AGAINST_BESIDE);
    });
    this.inherit(parents);
    // No holes, so that looking one up stays cheap.
    this.words = Array.from(parents, (_, node) => this.words[node]);
    this.overSpace = new Uint16Array(this.edges.size);
    for (let node = ROOT; node < this.edges.size; node++)
      this.overSpace[node] = this.edges.child(node, SPACE);
  }

  kindOf(code: number): number {
    return this.kinds[code]!;
  }

  /** Whether a word of the topic's own may begin between `from` and `to`. */
  mayName(topic: number, text: CodeUnits, from: number, to: number): boolean {
    return this.own[topic]!.mayBeIn(text, from, to);
  }

  /** Finds the longest word at `at`: what it says and where it ends. */
  match(text: CodeUnits, at: number, limit: number, into: WordMatch): boolean {
    if (this.beginnings[pairOf(text.charCodeAt(at), text.charCodeAt(at + 1))] === 0) return false;
    into.end = 0;
    let node = this.edges.child(ROOT, lower(text.charCodeAt(at)));
    for (let index = at + 1; node !== 0; index++) {
      const word = this.words[node];
      if (word !== undefined && !(word.isShortLatin && continues(text, index))) {
        into.end = index;
        into.says = word.says;
      }
      if (index >= limit) break;
      node = this.step(node, lower(text.charCodeAt(index)));
    }
    return into.end !== 0;
  }

  private step(node: number, code: number): number {
    const next = this.edges.child(node, code);
    if (next !== 0) return next;
    const space = this.overSpace[node]!;
    if (space === 0) return 0;
    return isWordJoiner(code) ? space : this.edges.child(space, code);
  }

  private add(word: string, parents: number[]): LabelWord {
    const first = word.charCodeAt(0);
    if (!isAsciiLetter(first)) this.kinds[first] = Kind.START;
    this.markBeginning(word);
    let node = ROOT;
    for (let index = 0; index < word.length; index++) {
      const next = this.edges.grow(node, word.charCodeAt(index));
      parents[next] = node;
      node = next;
    }
    const isShortLatin = word.length <= SHORT_WORD && isAsciiLetter(word.charCodeAt(word.length - 1));
    return (this.words[node] ??= { says: new Int8Array(this.topics.length), isShortLatin });
  }

  private markBeginning(word: string): void {
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    if (word.length > 1 && second !== SPACE) this.beginnings[pairOf(first, second)] = 1;
    // Whatever follows it: nothing has to, or anything but the space.
    else for (let code = 0; code < PAIRED_CODES; code++) this.beginnings[pairOf(first, code)] = 1;
  }

  /** A longer word says what the word it begins with says, unless it says otherwise: `법인` in `법인등록`. */
  private inherit(parents: readonly number[]): void {
    for (let node = ROOT; node < this.edges.size; node++) {
      const word = this.words[node];
      let shorter = parents[node]!;
      while (shorter !== 0 && !this.words[shorter]) shorter = parents[shorter]!;
      const said = this.words[shorter]?.says;
      if (word && said) word.says = word.says.map((own, topic) => own || said[topic]!);
    }
  }
}

export interface WordMatch {
  end: number;
  says: Int8Array;
}

/** The label words of one stretch of text before a number. Mutable: one object serves a whole scan. */
export class LabelHits {
  private count = 0;
  private phrase = 0;
  /** So many of the hits no longer speak against what follows. */
  private consumed = 0;
  private lastEnd = 0;
  private text: CodeUnits | undefined;
  /** Of the stretch. */
  private end = 0;
  private readonly says: Int8Array[] = [];
  private readonly phrases = new Int32Array(MAX_HITS);
  private readonly hitEnds = new Int32Array(MAX_HITS);
  private readonly match: WordMatch = { end: 0, says: new Int8Array(0) };

  constructor(private readonly words: ContextWords) {}

  /** The nearest word that concerns the topic decides, unless another topic's label stands between. */
  decide(topic: number): 1 | 0 | -1 {
    let otherPhrase = -1;
    for (let hit = this.count - 1; hit >= 0; hit--) {
      const says = this.says[hit]![topic]!;
      const phrase = this.phrases[hit]!;
      if (says === 0 || (says === AGAINST_BESIDE && !this.isBeside(hit))) {
        if (otherPhrase < 0) otherPhrase = phrase;
      } else if (says > 0 || hit >= this.consumed) {
        if (otherPhrase > phrase) return 0;
        if (says > 0) return 1;
        return this.isPartedFrom(hit) ? 0 : -1;
      }
    }
    return 0;
  }

  private isBeside(hit: number): boolean {
    const from = this.hitEnds[hit]!;
    return this.end - from <= MOST_BESIDE && BESIDE.test(this.text!.slice(from, this.end));
  }

  /** Whether something else is told between a thing's label and the number: `ticket closed, her sister gave …`. */
  private isPartedFrom(hit: number): boolean {
    // A comma begins another phrase.
    return this.phrases[hit] !== this.phrase && PARTED.test(this.text!.slice(this.hitEnds[hit]!, this.end));
  }

  read(text: CodeUnits, from: number, to: number): void {
    const { match, words } = this;
    this.text = text;
    this.end = to;
    this.count = this.phrase = this.consumed = 0;
    let digits = 0;
    for (let index = from; index < to;) {
      const kind = words.kindOf(text.charCodeAt(index));
      if (kind >= Kind.LATIN) {
        const begins = kind === Kind.START || startsPart(text.charCodeAt(index), text.charCodeAt(index - 1));
        if (begins && words.match(text, index, to, match)) {
          this.addHit(match);
          index = match.end;
          digits = 0;
        } else index = kind === Kind.LATIN ? partEnd(text, index, to) : index + 1;
        continue;
      }
      if (kind === Kind.DELIMITER) this.phrase++;
      else if (kind === Kind.DIGIT) {
        if (++digits === CONSUMING_DIGITS) this.consumed = this.count;
      } else if (kind === Kind.LINE_FEED) this.endLine(text, index);
      else if (kind === Kind.FULL_STOP) this.endSentence(text, index);
      index++;
    }
  }

  private addHit({ says, end }: WordMatch): void {
    if (this.count === MAX_HITS) return;
    this.says[this.count] = says;
    this.phrases[this.count] = this.phrase;
    this.hitEnds[this.count] = end;
    this.count++;
    this.lastEnd = end;
  }

  /** A thing's label speaks of its own sentence: `배송되었습니다. 기사 010…`. In Latin letters a full stop is rather that of `no.`. */
  private endSentence(text: CodeUnits, at: number): void {
    if (isHangul(text.charCodeAt(at - 1)) && text.charCodeAt(at + 1) === SPACE) this.consumed = this.count;
  }

  /** Whether the last word is one for things: it speaks against more topics than it names. */
  private endsWithThing(): boolean {
    let sum = 0;
    for (const said of this.says[this.count - 1]!) sum += max(said, -1);
    return sum < -1;
  }

  /** Labels of the line before count only when the line ends with them: `연락처:` and the number below. */
  private endLine(text: CodeUnits, at: number): void {
    if (this.count === 0) return;
    const rest = text.slice(this.lastEnd, at);
    const isAlone = this.phrases[this.count - 1] === 0;
    // What is asked for is told on the next line; what things are asked about is not.
    if (QUESTION.test(rest) && !this.endsWithThing()) this.consumed = this.count;
    else if (!isAlone || /[^\s:*|"']/.test(rest)) this.count = this.consumed = 0;
    this.phrase++;
  }
}

/** The word with each kind of apostrophe that it has. */
function withApostrophes(word: string): string[] {
  return word.includes("'") ? [word, word.replaceAll("'", '’')] : [word];
}

/** A small number for two characters, the same for both cases of Latin letters. */
function pairOf(first: number, second: number): number {
  return (first & 31) | ((second & 31) << 5) | (((first >> 6) & 3) << 10) | (((second >> 6) & 3) << 12);
}

function isWordJoiner(code: number): boolean {
  return code === SPACE || code === 0x5f || code === 0x2d || code === 0x2e;
}

function lower(code: number): number {
  return code >= 0x41 && code <= 0x5a ? code + 32 : code;
}

/** Where the letters from `at` on end, or the next of them begins a word within camelCase. */
function partEnd(text: CodeUnits, at: number, limit: number): number {
  let previous = text.charCodeAt(at);
  for (let index = at + 1; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (!isAsciiLetter(code) || (code < 0x61 && previous >= 0x61)) return index;
    previous = code;
  }
  return limit;
}

/** Whether a word goes on at `at`: `telNo` ends after `tel`, `tell` and `TELL` do not. */
function continues(text: CodeUnits, at: number): boolean {
  const code = text.charCodeAt(at);
  return isAsciiLetter(code) && (code >= 0x61 || text.charCodeAt(at - 1) < 0x61);
}
