import { byFirstSyllable, KOREAN_LABELS, KOREAN_TITLES, mayFollowName } from '../lexicon/korean-context.js';
import { isKoreanName, type NameCertainty } from '../lexicon/korean-names.js';
import { hangulRunEnd, hangulRunStart } from '../text/character-class.js';
import { candidate, type Candidate, type CharacterRecognizer } from './recognizer.js';

const TITLES = byFirstSyllable(KOREAN_TITLES);
const LABELS = byFirstSyllable(KOREAN_LABELS);
/** Syllables at which the scan has to look for a label or a title. */
export const KOREAN_STARTS: readonly string[] = [
  ...new Set([...KOREAN_LABELS, ...KOREAN_TITLES].map((word) => word.charAt(0))),
];

const LONGEST_RUN = 8;
/** Names of three syllables are the rule; two and four follow. */
const NAME_LENGTHS = [3, 2, 4];
/** What may stand between a label and the name; a colon or the like makes it a field. */
const AFTER_LABEL = /[ \t]{0,2}["'”’]?[ \t]{0,2}([:=|>]|\t|은 |는 )?[ \t]{0,2}["'“‘]?/y;
const SPACE = 0x20;

/** 홍길동님, 홍길동 과장: a name before a form of address. */
export const personKoreanTitleRecognizer: CharacterRecognizer = {
  name: 'person-ko-title',
  trigger: 'hangul',
  recognize(text, at): Candidate | undefined {
    const title = wordAt(TITLES, text, at);
    if (title === undefined || !mayFollowName(text.charAt(at + title.length))) return undefined;
    const end = text.charCodeAt(at - 1) === SPACE ? at - 1 : at;
    const isSuffix = title === '님' || title === '씨';
    const start = nameBefore(text, end, isSuffix ? 'loose' : 'strict');
    if (start < 0 || (end < at && isAttribute(text.slice(start, end)))) return undefined;
    return candidate('PERSON', start, end, isSuffix ? 0.85 : 0.75);
  },
};

/** 성명: 홍길동, 예금주 홍길동: a name after a label. */
export const personKoreanLabelRecognizer: CharacterRecognizer = {
  name: 'person-ko-label',
  trigger: 'hangul',
  recognize(text, at): Candidate | undefined {
    const label = wordAt(LABELS, text, at);
    if (label === undefined) return undefined;
    AFTER_LABEL.lastIndex = at + label.length;
    const between = AFTER_LABEL.exec(text);
    const start = AFTER_LABEL.lastIndex;
    if (!between || start === at + label.length) return undefined;
    const isField = between[1] !== undefined;
    const end = nameAfter(text, start, isField ? 'loose' : 'strict');
    if (end < 0 || (!isField && end - start < 3)) return undefined;
    return candidate('PERSON', start, end, isField ? 0.85 : 0.7);
  },
};

/** Before a space two syllables are rather a noun (강남 대표), and 한 ends an adjective (조용한 사원). */
function isAttribute(word: string): boolean {
  return word.length < 3 || word.endsWith('한');
}

/** Where a name begins that ends at `end`, or -1. Longer runs count when a label is glued to the name. */
function nameBefore(text: string, end: number, certainty: NameCertainty): number {
  const runStart = hangulRunStart(text, end, LONGEST_RUN);
  const run = text.slice(runStart, end);
  if (isKoreanName(run, certainty)) return runStart;
  const label = KOREAN_LABELS.find(
    (word) => run.startsWith(word) && isKoreanName(run.slice(word.length), certainty),
  );
  return label === undefined ? -1 : runStart + label.length;
}

/** Where a name ends that begins at `start`, or -1; what follows in the same word has to be a particle or a title. */
export function nameAfter(text: string, start: number, certainty: NameCertainty): number {
  const run = text.slice(start, hangulRunEnd(text, start, LONGEST_RUN));
  if (run.length < 2) return -1;
  if (run.length <= 4 && isKoreanName(run, certainty) && !isInflected(run)) return start + run.length;
  for (const length of NAME_LENGTHS) {
    const name = run.slice(0, length);
    if (name.length === length && isKoreanName(name, certainty) && isTail(run.slice(length)))
      return start + length;
  }
  return -1;
}

/** A run of four may be three syllables and a particle: 홍길동은. */
function isInflected(run: string): boolean {
  return run.length === 4 && isKoreanName(run.slice(0, 3), 'strict') && isTail(run.slice(3));
}

function isTail(tail: string): boolean {
  return mayFollowName(tail.charAt(0)) || KOREAN_TITLES.some((title) => tail.startsWith(title));
}

function wordAt(index: ReadonlyMap<number, readonly string[]>, text: string, at: number): string | undefined {
  return index.get(text.charCodeAt(at))?.find((word) => text.startsWith(word, at));
}
