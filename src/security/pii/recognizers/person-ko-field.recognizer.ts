import { LISTED, NAME, WordClass } from '../lexicon/english/word-class.js';
import { isKoreanName, NameCertainty } from '../lexicon/korean-names.js';
import { koreanWord, NAMES_NOBODY } from '../lexicon/korean-words.js';
import type { CodeUnits } from '../text/code-units.js';
import { lastOfLabel } from '../text/label-end.js';
import { Label, labelBefore } from './korean-name-label.js';
import { candidate, type Candidate, type LabelRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

/** Last syllables of labels that only names follow: 성명, 고객명, 성함, 이름, 예금주. */
const LABEL_ENDS = new Set('명함름주');
const LABEL_END_CODES = new Set(Array.from(LABEL_ENDS, (syllable) => syllable.charCodeAt(0)));
const CLOSING = 0x29;
/** Those of them that no company is behind. */
const NAME_LABEL = /[명함]["'”]? ?(?:\([^()]{1,12}\))?$/;
/** Between the label and the colon. */
const BEFORE_COLON = /([가-힣])["'”]? ?(?:\([^()]{1,12}\))? ?$/;
const LABEL_WINDOW = 18;
const FIELD_END = '(?=$|["\'\\n\\r\\t,;|<()\\]}/]|\\\\n|  )';
const GAP = '[ \\t]{0,3}["\'“]?';
const HANGUL = new RegExp(`${GAP}([가-힣]{2,10}(?:[ ·][가-힣]{1,6}){0,2})${FIELD_END}`, 'y');
const LATIN = new RegExp(
  `${GAP}([A-Z][A-Za-z'’-]{1,24}(?:(?:,? |/)[A-Z][A-Za-z'’.-]{0,24}){1,3})${FIELD_END}`,
  'y',
);
/** What is said in a field rather than named: 아래와 같이, 확인합니다. */
const SAID = /(?:니다|같이|하여|해요|세요|으로|에서|하고|없이)$/;
const LEGAL_FORMS = new Set('CO LTD INC LLC CORP GMBH PLC'.split(' '));

/** Names of people from elsewhere in a field with a Korean label: `성명: 응우옌티란`, `영문성명: KIM DOHYUN`. */
export const personKoreanFieldRecognizer: LabelRecognizer = {
  name: 'person-ko-field',
  trigger: 'field',
  recognize(text, at): Candidate | undefined {
    if (!mayEndLabel(lastOfLabel(text, at))) return undefined;
    const label = text.slice(max(0, at - LABEL_WINDOW), at);
    const last = BEFORE_COLON.exec(label)?.[1];
    if (last === undefined || !LABEL_ENDS.has(last)) return undefined;
    const found =
      (NAME_LABEL.test(label.trimEnd()) ? valueAt(HANGUL, text, at) : undefined) ?? valueAt(LATIN, text, at);
    if (!found || labelBefore(text, found.start) !== Label.STRONG_FIELD) return undefined;
    return isForeignName(text, found.start, found.end)
      ? candidate('PERSON', found.start, found.end, 0.86)
      : undefined;
  },
};

/** A remark in parentheses may follow the label itself. */
function mayEndLabel(code: number): boolean {
  return code === CLOSING || LABEL_END_CODES.has(code);
}

function valueAt(
  pattern: RegExp,
  { string }: CodeUnits,
  colon: number,
): { start: number; end: number } | undefined {
  pattern.lastIndex = colon + 1;
  const value = pattern.exec(string)?.[1];
  return value === undefined
    ? undefined
    : { start: pattern.lastIndex - value.length, end: pattern.lastIndex };
}

/** Not what the rules for Korean names know better, not what names nobody, no company. */
function isForeignName(text: CodeUnits, start: number, end: number): boolean {
  const words = text.slice(start, end).split(/[ ·,/]+/);
  const [first = ''] = words;
  if (isKoreanName(text, start, start + first.length, NameCertainty.STRICT)) return false;
  return words.every(
    (word) => (koreanWord(word) & NAMES_NOBODY) === 0 && !SAID.test(word) && !isOfCompany(word),
  );
}

function isOfCompany(word: string): boolean {
  const flags = LISTED.of(word.charAt(0) + word.slice(1).toLowerCase());
  const isNoName = (flags & NAME) === 0 && (flags & WordClass.ORGANISATION) !== 0;
  return isNoName || LEGAL_FORMS.has(word.toUpperCase());
}
