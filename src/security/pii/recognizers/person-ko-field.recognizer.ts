import { isKoreanName, NameCertainty } from '../lexicon/korean-names.js';
import { NAME_FIELD_ENDS } from '../lexicon/korean-labels.js';
import { isRegion } from '../lexicon/korean-regions.js';
import { koreanWord, NAMES_NOBODY } from '../lexicon/korean-words.js';
import type { CodeUnits } from '../text/code-units.js';
import { lastOfLabel } from '../text/label-end.js';
import { Label, labelBefore } from './korean-name-label.js';
import { isOfCompany } from './names/company-words.js';
import { candidate, type Candidate, type LabelRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

const LABEL_END_CODES = new Set(Array.from(NAME_FIELD_ENDS, (syllable) => syllable.charCodeAt(0)));
const CLOSING = 0x29;
/** Those of them that no company is behind. */
const NAME_LABEL = /[명함]["'”]? ?(?:\([^()]{1,12}\))?$/;
const LABEL_WINDOW = 18;
const FIELD_END = '(?=$|["\'\\n\\r\\t,;|<()\\]}/]|\\\\n|  | [|/(<→·-])';
const GAP = '[ \\t]{0,3}["\'“]?';
const HANGUL = new RegExp(`${GAP}([가-힣]{2,10}(?:[ ·][가-힣]{1,6}){0,2})${FIELD_END}`, 'y');
const LATIN = new RegExp(
  `${GAP}([A-Z][A-Za-z'’-]{1,24}(?:(?:,? |/)[A-Z][A-Za-z'’.-]{0,24}){1,3})${FIELD_END}`,
  'y',
);
/** One word where anybody may be named, though it begins with no family name: 방문자: 구름. */
const WORD = new RegExp(`${GAP}([가-힣]{2,4}(?: [가-힣])?)${FIELD_END}`, 'y');
/** What ends words of things, places and states rather than the names that are no others. */
const NO_NAME =
  /[중시팀부과실처국원소점사측함임음요죠다까네건일료용별급형식적성화률비금권증서장님씨들주자인번호은는를을의에로와과도제]$/;
/** What is said in a field rather than named: 아래와 같이, 확인합니다. */
const SAID = /(?:니다|같이|하여|해요|세요|으로|에서|하고|없이)$/;

/** Names of people from elsewhere in a field with a Korean label: `성명: 응우옌티란`, `영문성명: KIM DOHYUN`. */
export const personKoreanFieldRecognizer: LabelRecognizer = {
  name: 'person-ko-field',
  trigger: 'field',
  recognize(text, at): Candidate | undefined {
    if (!mayEndLabel(lastOfLabel(text, at))) return undefined;
    const kind = labelBefore(text, at + 1);
    if (kind < Label.AGENT_FIELD) return undefined;
    const label = text.slice(max(0, at - LABEL_WINDOW), at);
    const found =
      (NAME_LABEL.test(label.trimEnd()) ? valueAt(HANGUL, text, at) : undefined) ?? valueAt(LATIN, text, at);
    if (!found) return recognizeWord(text, at);
    if (kind !== Label.STRONG_FIELD) return undefined;
    return isForeignName(text, found.start, found.end)
      ? candidate('PERSON', found.start, found.end, 0.86)
      : undefined;
  },
};

function recognizeWord(text: CodeUnits, at: number): Candidate | undefined {
  const found = valueAt(WORD, text, at);
  if (!found) return undefined;
  const { start, end } = found;
  if (NO_NAME.test(text.slice(start, end)) || isRegion(text, start, end)) return undefined;
  return isForeignName(text, start, end) ? candidate('PERSON', start, end, 0.6) : undefined;
}

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
