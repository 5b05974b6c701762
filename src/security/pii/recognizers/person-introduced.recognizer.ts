import { classOfTyped } from '../lexicon/english-names.js';
import { NAME, ORDINARY, WordClass } from '../lexicon/english/word-class.js';
import { isLatinCapital, startsWord, wordEnd } from '../text/latin-words.js';
import { candidate, type Candidate, type CharacterRecognizer, type LabelRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

/** Before the `m`: whose name it is, and who speaks. */
const BEFORE_NAME =
  /(?:^|[^A-Za-z'’])(?:my|his|her|their|full|first|given|last|family|caller|customer|patient)(?:['’]s)? na$/i;
const BEFORE_AM = /(?:^|[^A-Za-z0-9'’])i(?: a|['’])$/i;
const NAME_WINDOW = 14;
const AM_WINDOW = 4;
/** From the `m` on. */
const NAME_IS = /me(?: is|['’]s):? /y;
const AM = /m /y;
const THIS_IS = 'this is ';
const THIS_IS_FIRST = THIS_IS.charCodeAt(0);
/** Who introduces oneself does so when one begins. */
const OPENING_WINDOW = 160;
/** Behind one given name, where it ends: marks, the end of the text, and what people say of themselves. */
const AFTER_GIVEN =
  /[.,;:!?)\n"]|$| (?:and|from|with|at|in|calling|speaking|writing|here|again|your|the)(?![a-z])/y;
const SPACE = 0x20;
const MOST_WORDS = 3;

/** What makes the first word a name when no family name follows. */
interface NameAlone {
  /** See WordClass. */
  readonly kinds: number;
  readonly mayBeOrdinary: boolean;
}

const SPEAKER: NameAlone = { kinds: WordClass.GIVEN, mayBeOrdinary: false };

/** `my name is alice johnson`, `i'm bob smith`: names in small letters by the words that introduce them. */
const introduced: CharacterRecognizer = {
  name: 'person-introduced',
  trigger: 'introduction',
  recognize(text, at): Candidate | undefined {
    if (text.charCodeAt(at + 1) === SPACE) return afterPhrase(text, at, AM, BEFORE_AM, AM_WINDOW);
    return afterPhrase(text, at, NAME_IS, BEFORE_NAME, NAME_WINDOW);
  },
};

/** `hello, this is maria garcia`. */
const opening: CharacterRecognizer = {
  name: 'person-introduced',
  trigger: 'opening',
  recognize(text): Candidate | undefined {
    const at = text.slice(0, OPENING_WINDOW).toLowerCase().indexOf(THIS_IS);
    return at < 0 || !startsWord(text, at) ? undefined : nameAt(text, at + THIS_IS.length, SPEAKER);
  },
};

/** `caller: this is maria garcia`. */
const spoken: LabelRecognizer = {
  name: 'person-introduced',
  trigger: 'label',
  recognize(text, at): Candidate | undefined {
    const start = at + 2;
    if (text.charCodeAt(start) !== THIS_IS_FIRST || !text.string.startsWith(THIS_IS, start)) return undefined;
    return nameAt(text.string, start + THIS_IS.length, SPEAKER);
  },
};

export const PERSON_INTRODUCED_RECOGNIZERS: readonly (CharacterRecognizer | LabelRecognizer)[] = [
  introduced,
  opening,
  spoken,
];

function afterPhrase(
  text: string,
  at: number,
  phrase: RegExp,
  before: RegExp,
  window: number,
): Candidate | undefined {
  phrase.lastIndex = at;
  if (!phrase.test(text)) return undefined;
  const said = text.slice(max(0, at - window), at);
  if (!before.test(said)) return undefined;
  return nameAt(text, phrase.lastIndex, aloneAfter(said));
}

/** What a word alone has to be: `last name is johnson`; behind `name is` also a name that is an ordinary word: `grace`. */
function aloneAfter(said: string): NameAlone {
  if (!said.endsWith('na')) return SPEAKER;
  const isFamily = /(?:last|family) na$/i.test(said);
  return { kinds: isFamily ? NAME : WordClass.GIVEN, mayBeOrdinary: true };
}

/** Small letters only: what is written with capitals has a recognizer of its own. */
function nameAt(text: string, start: number, alone: NameAlone): Candidate | undefined {
  if (isLatinCapital(text, start)) return undefined;
  const end = wordEnd(text, start);
  const first = classOfTyped(text.slice(start, end));
  if ((first & alone.kinds) === 0) return undefined;
  const isSure = alone.mayBeOrdinary || (first & ORDINARY) === 0;
  const last = familyEnd(text, end, isSure);
  if (last > end) return candidate('PERSON', start, last, 0.8);
  return isSure && endsName(text, end) ? candidate('PERSON', start, end, 0.7) : undefined;
}

/** End of the last of the words that follow and are names; of an ordinary first word only what is nothing but a name makes one. */
function familyEnd(text: string, from: number, isSure: boolean): number {
  let end = from;
  for (let count = 1; count < MOST_WORDS && text.charCodeAt(end) === SPACE; count++) {
    const next = wordEnd(text, end + 1);
    const flags = classOfTyped(text.slice(end + 1, next));
    const isName = (flags & (NAME | WordClass.SURNAME_LIKE)) !== 0 && (isSure || (flags & ORDINARY) === 0);
    if (!isName) break;
    end = next;
  }
  return end;
}

function endsName(text: string, end: number): boolean {
  AFTER_GIVEN.lastIndex = end;
  return AFTER_GIVEN.test(text);
}
