import { NAME, ORDINARY, WordClass } from '../lexicon/english/word-class.js';
import { classOfTyped } from '../lexicon/english-names.js';
import { ROLES } from '../lexicon/english/roles.js';
import { isTypedGivenName } from '../lexicon/english/typed-names.js';
import type { CodeUnits } from '../text/code-units.js';
import { isAsciiLetter } from '../text/character-class.js';
import { isLatinLetter } from '../text/latin-words.js';
import { max, min } from '../text/math.js';
import { candidate, type Candidate, type ChatRecognizer } from './recognizer.js';

/** So much of a text says whether its writer does without capitals, and so much of it is read then. */
const SAMPLE = 160;
const LONGEST_CHAT = 2_000;
/** A message of a sentence or two. */
const LONGEST_MESSAGE = 320;
/** So many capitals the sample may have: `Yo mike`, `TODO` has more. */
const MOST_CAPITALS = 3;
/** One space for so many characters: of what is written, not of code or logs. */
const WORD_LENGTH = 9;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const LOWER_A = 0x61;
const LOWER_Z = 0x7a;
const MOST_WORDS = 3;
const WINDOW = 16;

const words = (list: string) => list.trim().split(/\s+/);
/** What is said before the name of whom is spoken to. */
const GREETING =
  /(?:^|[^a-z])(?:hi|hello|hey|heya|hiya|yo|thx|thanks|thank you|ty|cheers|dear|morning|evening|sorry|bye|love|ok|okay|sup|welcome|congrats|its|it's|im|i'm|this is|myself|names|name's|meet you|dr|mr|mrs|ms|miss|prof|aunt|auntie|uncle)[,.:]? $/i;
/** What stands before people rather than things. */
const BEFORE_PEOPLE = new RegExp(
  `(?:^|[^a-z'])(?:${words('tell told ask asked asks call called texted text msg message ping pinged email emailed with for from by to and or met meet seen saw guy girl called named named hired used think thinks thought cc ur your my his her our by loop.in the.other old: new:').join('|')}|${ROLES.join('|')}):? $`,
  'i',
);
/** What people do, behind the name. */
const AFTER_PEOPLE =
  /['’]s(?![a-z])|,? (?:will|wont|won't|is|was|isnt|wasnt|isn't|wasn't|has|hasn't|said|says|told|tells|asked|asks|goes|went|came|comes|called|calls|wants|wanted|needs|needed|sent|sends|got|gets|gave|sold|bought|paid|owes|texted|emailed|thinks|thought|knows|knew|left|lives|works|worked|can|cant|could|would|should|did|does|didnt|doesnt|didn't|doesn't|from|here|again|already|who|whose|picked|starts|started|wrote|made|took|keeps|never|always|just|says|coming|joining|going|still|also|abt|gonna|wanna|hasnt|aint|isnt|wouldnt|couldnt|reckons|forgot|moved|joined|resigned)(?![a-z])/y;
/** `mohammed k`: an initial for a family name. */
const INITIAL = / [b-hj-z](?= ?[+,.&]| and|$)/y;

/** Behind a word that nothing is known of and that is a family name then. */
const NAME_END =
  /[.,;:)\n]|$| (?:and|from|at|in|is|was|here|dob|ssn|phone|mobile|email|address|acct|account|born|\d)(?![a-z])/y;
/** Letters of such a word, and the space before it. */
const SHORTEST_UNKNOWN = 5;

/** Names in small letters where nobody writes capitals: by whom they are said to, by what they do, by a family name behind. */
export const personChatRecognizer: ChatRecognizer = {
  name: 'person-chat',
  trigger: 'chat',
  recognize(text, from): Candidate | undefined {
    if (from === 0 && !isChat(text)) return undefined;
    const limit = text.length;
    for (let at = from; at < limit;) {
      const end = wordEnd(text, at, limit);
      const found = end > at && startsHere(text, at) ? nameAt(text, at, end) : undefined;
      if (found) return found;
      at = end + 1;
    }
    return undefined;
  },
};

/** Whether a short text has words and begins without a capital; or a message that has only that one. */
function isChat(text: CodeUnits): boolean {
  if (text.length > LONGEST_CHAT) return false;
  const end = min(text.length, SAMPLE);
  let first = 0;
  while (first < end && !isAsciiLetter(text.charCodeAt(first))) first++;
  const isMessage = text.length <= LONGEST_MESSAGE;
  if (!isSmall(text.charCodeAt(first)) && !isMessage) return false;
  let capitals = 0;
  let letters = 0;
  let spaces = 0;
  for (let index = first; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === SPACE) spaces++;
    else if (isSmall(code)) letters++;
    else if (code >= 0x41 && code <= 0x5a && ++capitals > MOST_CAPITALS) return false;
  }
  return spaces * WORD_LENGTH >= end - first && letters * 2 >= end - first;
}

function wordEnd(text: CodeUnits, at: number, limit: number): number {
  let end = at;
  while (end < limit && isSmall(text.charCodeAt(end))) end++;
  return end;
}

function isSmall(code: number): boolean {
  return code >= LOWER_A && code <= LOWER_Z;
}

/** Behind a space, a line break or an opening mark: not within a word, an address or a path. */
function startsHere(text: CodeUnits, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  return at === 0 || code === SPACE || code === 0x0a || code === 0x28 || code === 0x22 || code === 0x3e;
}

function nameAt(text: CodeUnits, at: number, end: number): Candidate | undefined {
  const isName = isTypedGivenName(text, at, end, true);
  if (!isName) return undefined;
  const next = text.charCodeAt(end);
  // Not `sam@…`, `dan_2` or `rob/`.
  if (
    next === 0x40 ||
    next === 0x5f ||
    next === 0x2f ||
    (next === 0x2e && isLatinLetter(text.charCodeAt(end + 1)))
  )
    return undefined;
  const before = text.slice(max(0, at - WINDOW), at);
  const isGreeted = GREETING.test(before);
  const given = givenEnd(text, end);
  const family = familyEnd(text, given);
  if (family > given) return candidate('PERSON', at, family, 0.75);
  const isSure = isTypedGivenName(text, at, end, false);
  INITIAL.lastIndex = given;
  if (isSure && INITIAL.test(text.string)) return candidate('PERSON', at, INITIAL.lastIndex, 0.65);
  if (!isGreeted && !isSure) return undefined;
  return isGreeted || isBetweenPeople(text, given, before) ? candidate('PERSON', at, given, 0.6) : undefined;
}

/** Over the hyphen of sarah-jane. */
function givenEnd(text: CodeUnits, end: number): number {
  if (text.charCodeAt(end) !== 0x2d) return end;
  const second = wordEnd(text, end + 1, end + WINDOW);
  return second > end + 2 ? second : end;
}

/** End of the family names behind a given one: words that are nothing else. */
function familyEnd(text: CodeUnits, from: number): number {
  let end = from;
  for (let count = 1; count < MOST_WORDS && text.charCodeAt(end) === SPACE; count++) {
    const next = longWordEnd(text, end + 1);
    if (next - end <= MOST_WORDS) break;
    const flags = classOfTyped(text.slice(end + 1, next));
    const isName = (flags & (NAME | WordClass.SURNAME_LIKE)) !== 0 && (flags & ORDINARY) === 0;
    if (!isName && !(flags === 0 && next - end > SHORTEST_UNKNOWN && endsName(text, next))) break;
    end = next;
  }
  return end;
}

/** Whether what follows ends a name: marks, an end, or what people have. */
function endsName(text: CodeUnits, end: number): boolean {
  NAME_END.lastIndex = end;
  return NAME_END.test(text.string);
}

/** With the apostrophe of o'brien and the hyphen of al-rashid. */
function longWordEnd(text: CodeUnits, at: number): number {
  let end = at;
  for (const limit = min(text.length, at + 2 * WINDOW); end < limit; end++) {
    const code = text.charCodeAt(end);
    const joins =
      (code === APOSTROPHE || code === RIGHT_QUOTE || code === 0x2d) && isSmall(text.charCodeAt(end + 1));
    if (!isSmall(code) && !joins) break;
  }
  return text.slice(end - 2, end) === "'s" ? end - 2 : end;
}

/** Something that people do behind it, or what stands before people. */
function isBetweenPeople(text: CodeUnits, end: number, before: string): boolean {
  AFTER_PEOPLE.lastIndex = end;
  if (AFTER_PEOPLE.test(text.string)) return true;
  return BEFORE_PEOPLE.test(before);
}
