import { hasOnlyNameWords, isKnownName, NAME_PARTICLES } from '../lexicon/english-names.js';
import { isKoreanName } from '../lexicon/korean-names.js';
import { isAsciiLetter } from '../text/character-class.js';
import { nameAfter } from './person-ko.recognizer.js';
import { candidate, type Candidate, type CharacterRecognizer } from './recognizer.js';

/** One to four capitalised words: `John`, `J. R. Doe`, `Ludwig van Beethoven`, `Gil-dong O'Neil`. */
const NAME = new RegExp(
  `[A-Z](?:[a-z]{1,20}(?:['’-]?[A-Z]?[a-z]{1,20}){0,2}|['’][A-Z][a-z]{1,20}|\\.)` +
    `(?: (?:(?:${NAME_PARTICLES}) ){0,2}[A-Z](?:[a-z]{1,20}(?:['’-]?[A-Z]?[a-z]{1,20}){0,2}|['’][A-Z][a-z]{1,20}|\\.?(?![A-Za-z]))){0,3}`,
  'y',
);
/** As somebody types into a field: any case. */
const TYPED_NAME =
  /[A-Za-z][A-Za-z'’.-]{1,24}(?:,? [A-Za-z][A-Za-z'’.-]{0,24}){0,3}(?=$|["'\n\r\t,;|<()]| {2})/y;

const TITLE =
  /(?:^|[^A-Za-z])(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|rev|capt|judge|doctor|nurse|officer)\.? $/i;
const LEAD_IN =
  /(?:(?:^|[^A-Za-z])(?:dear|hi|hello|hey|attn:?|contact|regards,|sincerely,|cc:?|signed by|prepared by|assigned to|spoke (?:with|to)|on behalf of) ?\n?|\b(?:name is|i am|i'm|this is|named|called) )$/i;
/** Labels of people; the value is a name whatever it looks like. */
const STRONG_LABEL =
  /(?:^|[^A-Za-z])(?:(?:customer|client|patient|employee|contact|user|member|applicant|student|guest|account ?holder|card ?holder|recipient|sender|owner|guardian|beneficiary|spouse|emergency contact|full|first|last|given|family|middle|maiden|legal)[ _-]?name|(?:customer|client|patient|contact|member)(?: info(?:rmation)?| details)?|contact person|recipient|sender|applicant|account ?holder|card ?holder|attendee|beneficiary|guardian|employee|signatory|author|surname)["']? ?$/i;
/** Labels of people and of things alike; the value has to be a known name. */
const WEAK_LABEL =
  /(?:^|[^A-Za-z])(?:name|from|to|manager|owner|by|user|assignee|reporter|cc|attn|person|who)["']? ?$/i;
/** `Product name:` names a thing. */
const THING_LABEL =
  /(?:product|item|file|host|domain|tool|server|class|event|project|company|service|brand|model|table|column|field|display|repo(?:sitory)?|package|team|group|role|scope|key|path|city|country|street)[ _-]?name["']? ?$/i;
/** The same with the colon and what may stand between it and the value. */
const NAMES_A_THING = new RegExp(`${THING_LABEL.source.slice(0, -1)}[:=] {0,2}["']?$`, 'i');
/** The word before the colon decides whether the patterns above are worth a look. */
const LAST_WORDS = new Set(
  `name firstname lastname fullname surname info information details person recipient sender applicant accountholder cardholder holder attendee beneficiary
   guardian employee signatory author customer client patient contact member from to manager owner by user assignee reporter cc attn who`.split(
    /\s+/,
  ),
);
const LONGEST_LAST_WORD = 16;
const AFTER_COLON = /[ \t]{0,3}["'“]?/y;
const LABEL_WINDOW = 32;

/** Mr. Doe, Dear John, my name is John Doe, and any known given name with a capitalised word behind it. */
export const personEnglishRecognizer: CharacterRecognizer = {
  name: 'person-en',
  trigger: 'capital',
  recognize(text, at): Candidate | undefined {
    NAME.lastIndex = at;
    if (!NAME.test(text)) return undefined;
    const end = endOfName(text, at, NAME.lastIndex);
    const words = text.slice(at, end).split(' ');
    if (!hasOnlyNameWords(words)) return undefined;
    const score = scoreByNeighbours(text, at, words);
    return score === 0 ? undefined : candidate('PERSON', at, end, score);
  },
};

function scoreByNeighbours(text: string, at: number, words: readonly string[]): number {
  const before = text.slice(Math.max(0, at - 24), at);
  if (TITLE.test(before)) return 0.85;
  const known = isKnownName(words);
  if (LEAD_IN.test(before) && (known || words.length > 1)) return 0.75;
  return known && words.length > 1 && !NAMES_A_THING.test(before) ? 0.55 : 0;
}

/** The full stop of a sentence is not part of a name; that of an initial is. */
function endOfName(text: string, start: number, end: number): number {
  if (text[end - 1] !== '.') return end;
  return isAsciiLetter(text.charCodeAt(end - 3)) || end - start < 3 ? end - 1 : end;
}

/** `Customer name: …`, `"name": …`: a name behind a label and a colon or equals sign, in either language. */
export const personEnglishLabelRecognizer: CharacterRecognizer = {
  name: 'person-en-label',
  trigger: 'colon',
  recognize(text, at): Candidate | undefined {
    if (!LAST_WORDS.has(lastWord(text, at))) return undefined;
    const before = text.slice(Math.max(0, at - LABEL_WINDOW), at);
    const strong = STRONG_LABEL.test(before);
    if (!strong && (!WEAK_LABEL.test(before) || THING_LABEL.test(before))) return undefined;
    AFTER_COLON.lastIndex = at + 1;
    AFTER_COLON.test(text);
    const start = AFTER_COLON.lastIndex;
    return recognizeKoreanValue(text, start, strong) ?? recognizeEnglishValue(text, start, strong);
  },
};

/** The letters before the colon, over a closing quotation mark and one space, in lower case. */
function lastWord(text: string, colon: number): string {
  let end = colon;
  if (text[end - 1] === ' ') end--;
  if (text[end - 1] === '"' || text[end - 1] === "'") end--;
  let start = end;
  while (start > 0 && end - start <= LONGEST_LAST_WORD && isAsciiLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end).toLowerCase();
}

function recognizeKoreanValue(text: string, start: number, strong: boolean): Candidate | undefined {
  const end = nameAfter(text, start, strong ? 'loose' : 'strict');
  if (end < 0 || !isKoreanName(text.slice(start, end), strong ? 'loose' : 'strict')) return undefined;
  return candidate('PERSON', start, end, strong ? 0.85 : 0.7);
}

function recognizeEnglishValue(text: string, start: number, strong: boolean): Candidate | undefined {
  const end = matchEnd(TYPED_NAME, text, start) || matchEnd(NAME, text, start);
  if (end === 0) return undefined;
  const words = text.slice(start, end).split(/,? /);
  if (strong && hasOnlyNameWords(words)) return candidate('PERSON', start, end, 0.8);
  return isKnownName(words) ? candidate('PERSON', start, end, 0.7) : undefined;
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
