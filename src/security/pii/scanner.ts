import type { EntityType } from './entity-types.js';
import type { Finding } from './finding.js';
import { CapitalWord } from './lexicon/english/capital-word.js';
import { THING_WORDS } from './lexicon/thing-words.js';
import type {
  Candidate,
  CapitalRecognizer,
  CellRecognizer,
  CharacterRecognizer,
  ChatRecognizer,
  HangulScan,
  LabelRecognizer,
  NeighbourRecognizer,
  NumberRecognizer,
  Recognizer,
} from './recognizers/recognizer.js';
import { Mentions } from './mentions/mentions.js';
import { HangulGates } from './hangul-gates.js';
import { NumberGates, type Gated } from './number-gates.js';
import { ColumnLabels, isCellStart } from './structure/column-labels.js';
import { isAsciiLetter, isHangul, Trigger, TRIGGERS } from './text/character-class.js';
import { CodeUnits } from './text/code-units.js';
import { ContextScan } from './text/context-scan.js';
import { ContextWords } from './text/context-words.js';
import { ROOT } from './text/edge-table.js';
import { closesLabel, lastOfLabel } from './text/label-end.js';
import { startsWord } from './text/latin-words.js';
import { isInsideSecret } from './text/secret-run.js';
import { clz32 } from './text/math.js';
import { mayBeAddress, mayStart } from './text/may-start.js';
import { addShape, Separator, ShapeTree } from './text/shapes.js';
import { behindTimestamp } from './text/timestamp.js';
import { TokenRun } from './text/token-run.js';

const PARENTHESIS = 0x29;
const HYPHEN = 0x2d;
const SLASH = 0x2f;
const COLON = 0x3a;
const YEAR_DIGITS = 4;
/** Of a small integer, counted from 0. */
const LAST_BIT = 31;
/** Scores from here on come with a proof. */
const VALIDATED = 0.9;

/** What a scan needs of a recognizer: all alike, so that V8 knows where to find it. */
type Asked<R extends Recognizer> = Pick<R, 'name' | 'recognize'>;

const NOBODY: readonly never[] = [];
/** Who is named again is found by no recognizer of its own. */
export const MENTION = { name: 'person-mention' } as const;

/** A recognizer of numbers, the number of its words, and what it asks for before it is worth a call. */
interface Wanting {
  readonly recognizer: Asked<NumberRecognizer>;
  readonly topic: number;
  /** Whether one of its words has to stand before it or, unless that is told, behind it. */
  readonly onlyNamed: boolean;
  readonly onlyBefore: boolean;
  readonly gated: Gated;
}

/**
 * One pass over the characters of a text: most cost one table look-up, a trigger calls the recognizers that begin
 * there. Each of them looks at a bounded window, so the whole is linear in the length of the text.
 */
export class Scanner {
  private readonly shapes = new ShapeTree<Wanting>();
  private readonly gates: NumberGates;
  /** Recognizers of neighbours by what they stand beside. */
  private readonly neighbours = new Map<EntityType, Asked<NeighbourRecognizer>[]>();
  /** Recognizers by the trigger's code. */
  private readonly characters: readonly (readonly Asked<CharacterRecognizer>[])[];
  private readonly schemes: readonly Asked<CharacterRecognizer>[];
  private readonly fields: readonly Asked<LabelRecognizer>[];
  private readonly labels: readonly Asked<LabelRecognizer>[];
  private readonly capitals: readonly Asked<CapitalRecognizer>[];
  private readonly cells: readonly Asked<CellRecognizer>[];
  private readonly openings: readonly Asked<CharacterRecognizer>[];
  private readonly chats: readonly Asked<ChatRecognizer>[];
  private readonly hangul: HangulGates;
  private readonly contexts: ContextScan;
  private readonly run: TokenRun;
  private readonly word = new CapitalWord();
  private readonly columns = new ColumnLabels();
  private readonly names: HangulScan = { previous: 0, begins: 0, columns: this.columns };
  private readonly mentions = new Mentions();

  /** @param units where texts are laid out. */
  constructor(
    recognizers: readonly Recognizer[],
    private readonly units = new CodeUnits(),
  ) {
    const numbers = recognizers.filter((recognizer) => recognizer.trigger === 'number');
    const topics = numbers.map(({ context = [], against = [], againstBeside }) => ({
      for: context,
      against: [...THING_WORDS, ...against].filter((word) => !context.includes(word)),
      againstBeside,
    }));
    this.contexts = new ContextScan(new ContextWords(topics), this.columns);
    this.run = new TokenRun(this.contexts, this.units);
    numbers.forEach((recognizer, topic) => {
      const { onlyNamed = false } = recognizer;
      const wanting = {
        recognizer: asked(recognizer),
        topic,
        onlyNamed: onlyNamed !== false,
        onlyBefore: onlyNamed === 'before',
        gated: recognizer,
      };
      for (const shape of recognizer.shapes) addShape(this.shapes, shape, wanting);
    });
    this.gates = new NumberGates(this.shapes.allLists.map((list) => list.map(({ gated }) => gated)));
    for (const recognizer of recognizers)
      if (recognizer.trigger === 'neighbour') this.addNeighbour(recognizer);
    this.hangul = new HangulGates(recognizers.filter((recognizer) => recognizer.trigger === 'hangul'));
    this.capitals = recognizers.filter((recognizer) => recognizer.trigger === 'capital').map(asked);
    this.cells = recognizers.filter((recognizer) => recognizer.trigger === 'cell').map(asked);
    const on = (trigger: CharacterRecognizer['trigger']) =>
      recognizers
        .filter((recognizer): recognizer is CharacterRecognizer => recognizer.trigger === trigger)
        .map(asked);
    this.schemes = on('scheme');
    const behind = (trigger: LabelRecognizer['trigger']) =>
      recognizers
        .filter((recognizer): recognizer is LabelRecognizer => recognizer.trigger === trigger)
        .map(asked);
    this.fields = behind('field');
    this.labels = behind('label');
    this.characters = [
      ...[[], [], on('at'), on('colon'), [], [], on('plus'), on('dot'), on('hyphen')],
      on('introduction'),
    ];
    this.openings = on('opening');
    this.chats = recognizers.filter((recognizer) => recognizer.trigger === 'chat').map(asked);
  }

  private addNeighbour(recognizer: NeighbourRecognizer): void {
    for (const type of recognizer.beside)
      this.neighbours.set(type, [...(this.neighbours.get(type) ?? []), asked(recognizer)]);
  }

  /** Candidates in the order they were met; they may overlap and include weak ones. */
  scan(text: string): Finding[] {
    const { units } = this;
    units.read(text);
    try {
      return this.scanRead();
    } finally {
      units.clear();
    }
  }

  /** The same of the text that is laid out already. */
  scanRead(): Finding[] {
    const text = this.units;
    const found: Finding[] = [];
    this.columns.reset(text);
    this.names.previous = 0;
    this.ask(this.openings, text.string, 0, found);
    for (const recognizer of this.chats) this.askThroughout(recognizer, text, found);
    const { length } = text;
    for (let index = text.nextIn(TRIGGERS, 0); index < length;) {
      const last = this.scanAt(text, index, TRIGGERS[text.charCodeAt(index)]!, found);
      index = text.nextIn(TRIGGERS, last + 1);
    }
    this.scanNeighbours(text, found);
    for (const mention of this.mentions.find(text, found)) this.add(found, MENTION, mention);
    return found;
  }

  private askThroughout(recognizer: Asked<ChatRecognizer>, text: CodeUnits, found: Finding[]): void {
    let candidate = recognizer.recognize(text, 0);
    while (candidate) {
      this.add(found, recognizer, candidate);
      candidate = recognizer.recognize(text, candidate.end);
    }
  }

  /** Returns where the pass goes on. */
  private scanAt(text: CodeUnits, index: number, trigger: number, found: Finding[]): number {
    if (trigger === Trigger.HANGUL) return this.scanHangul(text, index, found);
    if (trigger === Trigger.DIGIT) return this.scanNumber(text, index, found);
    if (trigger === Trigger.CAPITAL) return this.scanCapital(text, index, found);
    if (trigger === Trigger.COLON) this.scanColon(text, index, found);
    else if (mayStart(text, index, trigger)) this.ask(this.characters[trigger]!, text.string, index, found);
    return index;
  }

  /** Returns the last offset of the first segment or of a timestamp, where the pass goes on. */
  private scanNumber(text: CodeUnits, index: number, found: Finding[]): number {
    const { run } = this;
    run.begin(text, index);
    const { start, end } = run;
    if (!run.startsClean) return end - 1;
    this.askAboutRun(text, found);
    const mayBeYear = end - start === YEAR_DIGITS && text.charCodeAt(end) === HYPHEN;
    return (mayBeYear ? behindTimestamp(text, start, end) : end) - 1;
  }

  private askAboutRun(text: CodeUnits, found: Finding[]): void {
    const { run, shapes } = this;
    this.gates.moveTo(text, run.start);
    const byLength = run.lengthKey;
    if (byLength !== 0) this.askAll(shapes.child(ROOT, Separator.NONE, byLength), found);
    let place = shapes.child(ROOT, Separator.NONE, run.key);
    while (place !== 0) {
      this.askAll(place, found);
      const following = shapes.following(place);
      if (following === 0 || !run.readNext(following)) break;
      place = shapes.child(place, run.separator, run.key);
    }
  }

  private askAll(place: number, found: Finding[]): void {
    const { run, contexts } = this;
    const list = this.shapes.listOf(place);
    if (list === 0 || !run.endsClean) return;
    const wantings = this.shapes.allLists[list]!;
    for (let open = this.gates.openTo(list, this.units, run.end); open !== 0; open &= open - 1) {
      const { topic, onlyNamed, onlyBefore, recognizer } = wantings[LAST_BIT - clz32(open & -open)]!;
      contexts.topic = topic;
      if (onlyNamed && !contexts.isNamed() && (onlyBefore || !contexts.after(run.end))) continue;
      this.add(found, recognizer, recognizer.recognize(run));
    }
  }

  /** Returns where the pass goes on: after a name, since only capitals of the same name follow within it. */
  private scanCapital(text: CodeUnits, index: number, found: Finding[]): number {
    if (!startsWord(text, index)) return index;
    const { word } = this;
    word.read(text, index);
    const known = found.length;
    for (const recognizer of this.capitals)
      this.add(found, recognizer, recognizer.recognize(text, index, word));
    if (isCellStart(text, index))
      for (const recognizer of this.cells)
        this.add(found, recognizer, recognizer.recognize(text, index, this.columns));
    return (found.length > known ? found.at(-1)!.end : word.lettersEnd) - 1;
  }

  /** Most colons and equals signs are followed by neither an address nor a link, and many have no label before them. */
  private scanColon(text: CodeUnits, index: number, found: Finding[]): void {
    const next = text.charCodeAt(index + 1);
    if (text.charCodeAt(index) === COLON) {
      if (mayBeAddress(text, index)) this.ask(this.characters[Trigger.COLON]!, text.string, index, found);
      else if (next === SLASH && text.charCodeAt(index + 2) === SLASH)
        this.ask(this.schemes, text.string, index, found);
    }
    const last = lastOfLabel(text, index);
    if (isHangul(last) || last === PARENTHESIS) this.askLabels(this.fields, text, index, found);
    if (isAsciiLetter(last) || closesLabel(text.charCodeAt(index - 1)))
      this.askLabels(this.labels, text, index, found);
  }

  private askLabels(
    recognizers: readonly Asked<LabelRecognizer>[],
    text: CodeUnits,
    index: number,
    found: Finding[],
  ): void {
    for (const recognizer of recognizers) this.add(found, recognizer, recognizer.recognize(text, index));
  }

  /** Returns the last offset of the run of syllables, where the pass goes on. */
  private scanHangul(text: CodeUnits, index: number, found: Finding[]): number {
    let end = index + 1;
    while (TRIGGERS[text.charCodeAt(end)] === Trigger.HANGUL) end++;
    const { names } = this;
    for (const { recognizer, begins } of this.hangul.turnsAt(text, index)) {
      names.begins = begins;
      const candidate = recognizer.recognize(text, index, end, names);
      if (!candidate) continue;
      names.previous = candidate.end;
      this.add(found, recognizer, candidate);
    }
    return end - 1;
  }

  private scanNeighbours(text: CodeUnits, found: Finding[]): void {
    const anchors = found.length;
    for (let index = 0; index < anchors; index++) {
      const anchor = found[index]!;
      for (const recognizer of this.neighbours.get(anchor.entityType) ?? NOBODY)
        this.add(found, recognizer, recognizer.recognize(text, anchor));
    }
  }

  private ask(
    recognizers: readonly Asked<CharacterRecognizer>[],
    text: string,
    index: number,
    found: Finding[],
  ): void {
    for (const recognizer of recognizers) this.add(found, recognizer, recognizer.recognize(text, index));
  }

  /** Whatever proves itself by no checksum is nothing where random characters happen to spell it. */
  private add(
    found: Finding[],
    recognizer: Pick<Recognizer, 'name'>,
    candidate: Candidate | undefined,
  ): void {
    if (!candidate) return;
    const { entityType, start, end, score } = candidate;
    if (score < VALIDATED && isInsideSecret(this.units, start, end)) return;
    found.push({ entityType, start, end, score, recognizer: recognizer.name });
  }
}

function asked<R extends Recognizer>({ name, recognize }: R): Asked<R> {
  return { name, recognize };
}
