import type { Finding } from './finding.js';
import { KOREAN_STARTS } from './recognizers/person-ko.recognizer.js';
import type {
  Candidate,
  CharacterRecognizer,
  NeighbourRecognizer,
  NumberRecognizer,
  Recognizer,
} from './recognizers/recognizer.js';
import { buildTriggers, isAsciiAlphanumeric, Trigger } from './text/character-class.js';
import { NumberRun } from './text/number-run.js';

const TRIGGERS = buildTriggers(KOREAN_STARTS);

/**
 * One pass over the characters of a text: most cost one table look-up, a trigger calls the recognizers that begin
 * there. Each of them looks at a bounded window, so the whole is linear in the length of the text.
 */
export class Scanner {
  private readonly numbers: readonly NumberRecognizer[];
  private readonly neighbours: readonly NeighbourRecognizer[];
  /** Recognizers by the trigger's code. */
  private readonly characters: readonly (readonly CharacterRecognizer[])[];
  private readonly run = new NumberRun();

  constructor(recognizers: readonly Recognizer[]) {
    this.numbers = recognizers.filter((recognizer) => recognizer.trigger === 'number');
    this.neighbours = recognizers.filter((recognizer) => recognizer.trigger === 'neighbour');
    const on = (trigger: CharacterRecognizer['trigger']) =>
      recognizers.filter((recognizer): recognizer is CharacterRecognizer => recognizer.trigger === trigger);
    this.characters = [[], [], on('at'), on('colon'), on('capital'), on('hangul')];
  }

  /** Candidates in the order they were met; they may overlap and include weak ones. */
  scan(text: string): Finding[] {
    const found: Finding[] = [];
    for (let index = 0; index < text.length; index++) {
      const trigger = TRIGGERS[text.charCodeAt(index)]!;
      if (trigger === Trigger.NONE) continue;
      if (trigger === Trigger.DIGIT) index = this.scanNumber(text, index, found);
      else if (trigger === Trigger.CAPITAL) index = this.scanCapital(text, index, found);
      else this.scanCharacter(text, index, trigger, found);
    }
    this.scanNeighbours(text, found);
    return found;
  }

  /** Returns the last offset of the digits, where the pass goes on. */
  private scanNumber(text: string, index: number, found: Finding[]): number {
    this.run.read(text, index);
    for (const recognizer of this.numbers) add(found, recognizer, recognizer.recognize(this.run));
    return this.run.firstEnd - 1;
  }

  /** Returns where the pass goes on: after a name, since only capitals of the same name follow within it. */
  private scanCapital(text: string, index: number, found: Finding[]): number {
    if (isAsciiAlphanumeric(text.charCodeAt(index - 1))) return index;
    const known = found.length;
    this.scanCharacter(text, index, Trigger.CAPITAL, found);
    return found.length > known ? found.at(-1)!.end - 1 : index;
  }

  private scanCharacter(text: string, index: number, trigger: number, found: Finding[]): void {
    for (const recognizer of this.characters[trigger]!)
      add(found, recognizer, recognizer.recognize(text, index));
  }

  private scanNeighbours(text: string, found: Finding[]): void {
    const anchors = found.length;
    for (let index = 0; index < anchors; index++) {
      for (const recognizer of this.neighbours)
        add(found, recognizer, recognizer.recognize(text, found[index]!));
    }
  }
}

function add(found: Finding[], recognizer: Recognizer, candidate: Candidate | undefined): void {
  if (candidate) found.push({ ...candidate, recognizer: recognizer.name });
}
