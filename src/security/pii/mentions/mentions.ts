import type { Finding } from '../finding.js';
import { candidate, type Candidate } from '../recognizers/recognizer.js';
import { isHangul } from '../text/character-class.js';
import type { CodeUnits } from '../text/code-units.js';
import { min } from '../text/math.js';
import { addKoreanParts, koreanMention } from './korean-mention.js';
import { addLatinParts, latinMention } from './latin-mention.js';
import type { KnownName } from './known-name.js';

/** Surer than what a mention may rest upon: found by a label, a title or a form of address. */
const SURE = 0.7;
/** Below every finding that has reasons of its own. */
const SCORE = 0.55;
/** A name is known in the stretch that it stands in and in those beside it, in UTF-16 units. */
const STRETCH = 4_096;
/** So many names are known in one stretch: with it the time for each character has a bound. */
const MOST_NAMES = 48;
const SECONDS = 256;

const NO_NAMES: readonly KnownName[] = [];

/**
 * Where people who were found by something that speaks for a name are named again by a part of it and nothing else: `Bellamy`
 * after `Name: Christopher Bellamy`, 하준이가 after 김하준 학생. Mutable on purpose: one object serves a whole scan.
 */
export class Mentions {
  /** Names by the number of the stretch that they were found in. */
  private readonly known = new Map<number, KnownName[]>();
  /** By character, whether a name that is looked for begins with it. */
  private readonly starts = new Uint8Array(0x10000);
  /** By the last bits of the character behind it, the same: most stops end there. */
  private readonly seconds = new Uint8Array(SECONDS);
  /** Those that are looked for in one stretch. */
  private here: readonly KnownName[] = NO_NAMES;

  /** Mentions of the people among what was found, in text order for each stretch; their own names may be among them. */
  find(text: CodeUnits, found: readonly Finding[]): Candidate[] {
    this.known.clear();
    let last = -1;
    for (const { entityType, start, end, score } of found) {
      if (entityType !== 'PERSON' || score < SURE) continue;
      const stretch = Math.floor(start / STRETCH);
      this.note(text, stretch, start, end);
      if (stretch > last) last = stretch;
    }
    const mentions: Candidate[] = [];
    if (last >= 0) this.findIn(text, last, mentions);
    return mentions;
  }

  private note(text: CodeUnits, stretch: number, start: number, end: number): void {
    const names = this.known.get(stretch) ?? [];
    if (names.length >= MOST_NAMES) return;
    if (isHangul(text.charCodeAt(start))) addKoreanParts(text, start, end, names);
    else addLatinParts(text, start, end, names);
    this.known.set(stretch, names);
  }

  private findIn(text: CodeUnits, last: number, mentions: Candidate[]): void {
    for (let stretch = 0; stretch <= last + 1 && stretch * STRETCH < text.length; stretch++) {
      this.here = this.namesAround(stretch);
      if (this.here.length === 0) continue;
      this.mark(1);
      const end = min(text.length, (stretch + 1) * STRETCH);
      for (let at = text.nextIn(this.starts, stretch * STRETCH, end); at < end;)
        at = text.nextIn(this.starts, this.lookAt(text, at, mentions), end);
      this.mark(0);
    }
  }

  private mark(value: 0 | 1): void {
    for (const { first, second } of this.here) {
      this.starts[first] = value;
      this.seconds[second & (SECONDS - 1)] = value;
    }
  }

  private namesAround(stretch: number): readonly KnownName[] {
    const [before, own, behind] = [stretch - 1, stretch, stretch + 1].map((each) => this.known.get(each));
    if (!before && !behind) return own ?? NO_NAMES;
    return [...(own ?? NO_NAMES), ...(before ?? NO_NAMES), ...(behind ?? NO_NAMES)].slice(0, MOST_NAMES);
  }

  /** Returns where to go on. */
  private lookAt(text: CodeUnits, at: number, mentions: Candidate[]): number {
    const second = text.charCodeAt(at + 1);
    if (this.seconds[second & (SECONDS - 1)] === 0) return at + 1;
    const isKorean = isHangul(text.charCodeAt(at));
    if (isKorean && isHangul(text.charCodeAt(at - 1))) return at + 1;
    for (const name of this.here) {
      if (name.second !== second || !stands(text, at, name.text)) continue;
      const mention = isKorean ? koreanMention(text, at, name) : latinMention(text, at, name);
      if (mention === undefined) continue;
      mentions.push(candidate('PERSON', mention.start, mention.end, SCORE));
      return mention.end;
    }
    return at + 1;
  }
}

function stands(text: CodeUnits, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index++)
    if (text.charCodeAt(at + index) !== name.charCodeAt(index)) return false;
  return true;
}
