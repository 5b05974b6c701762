import type { EntityType } from '../entity-types.js';
import { isKoreanName, NameCertainty } from '../lexicon/korean-names.js';
import type { CodeUnits } from '../text/code-units.js';
import { hangulRunEnd, hangulRunStart, isHangul } from '../text/character-class.js';
import { nameTailWithin } from './names/korean-name-tail.js';
import { candidate, type Candidate, type NeighbourRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

/** What stands beside its owner's name in a row or in parentheses. */
const ANCHORS: readonly EntityType[] = [
  ...([
    'EMAIL',
    'PHONE',
    'KR_RRN',
    'KR_FRN',
    'BANK_ACCOUNT',
    'DATE_OF_BIRTH',
    'PASSPORT',
    'KR_VEHICLE',
  ] as const),
  ...(['KR_DRIVER_LICENSE', 'CREDIT_CARD', 'ADDRESS'] as const),
];
const RESIDENTS: ReadonlySet<EntityType> = new Set(['KR_RRN', 'KR_FRN']);
const WINDOW = 16;
const LONGEST_NAME = 5;
/** Between a name and what belongs to it: a separator, a parenthesis, or spaces. */
const BEFORE =
  /(?:[ \t]{1,8}|["']?[ \t]?[,;|/<([·:\t-]{1,2}[ \t]?["']?(?:mailto:|(?:HP|TEL|전화|연락처|휴대폰|H\.P)[.:)]? ?)?)$/;
/** The characters of separators, and what HP, TEL, H.P and mailto: end with. */
const SEPARATORS = tableOf(' \t"\',;|/<([·:-.)');
const LABEL_ENDS = tableOf('PLo');
/** A noun with its particle stands before a number as well as a name does: 상품이 010-… */
const PARTICLE = /[은는이가을를의에도]$/;
const AFTER = /["')>\]]{0,2}[ \t]?[,;|/·\t][ \t]?["']?/y;
/** Its characters, and how many there are at most. */
const GAP_AFTER = tableOf('"\')>] \t,;|/·');
const LONGEST_GAP = 6;
/** Behind an account its holder needs no separator: `110-123-456789 (우리) 홍길동`. */
const AFTER_ACCOUNT = [
  / ?[(,/]? ?/y,
  /(?: ?\([가-힣]{2,6}\)| ?[가-힣]{2,5}은행| (?:국민|신한|우리|하나|농협|기업|수협|신협|카카오|토스|케이|우체국|새마을|제일|씨티|부산|대구|광주|전북|경남|제주|산업)(?:뱅크|금고)?(?=[ ,/(])| 예금주:?) ?[(,/]? ?/y,
];

/** One for each of the characters. */
function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(0x100);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** 홍길동 (hong@…), `hong@…,홍길동`, `110-123-456789 홍길동`. */
export const personKoreanNeighbourRecognizer: NeighbourRecognizer = {
  name: 'person-ko-neighbour',
  trigger: 'neighbour',
  beside: ANCHORS,
  recognize(text, anchor): Candidate | undefined {
    const before = mayFollowName(text, anchor.start) ? recognizeBefore(text, anchor) : undefined;
    return before ?? recognizeAfter(text, anchor);
  },
};

/** Whether Hangul, or the end of a label in Latin letters, stands before what may be a separator. */
function mayFollowName(text: CodeUnits, anchorStart: number): boolean {
  let at = anchorStart - 1;
  while (anchorStart - at < WINDOW && SEPARATORS[text.charCodeAt(at)] === 1) at--;
  const code = text.charCodeAt(at);
  return isHangul(code) || LABEL_ENDS[code] === 1;
}

function recognizeBefore(
  text: CodeUnits,
  { entityType, start: anchorStart }: Candidate,
): Candidate | undefined {
  const from = max(0, anchorStart - WINDOW);
  const gap = BEFORE.exec(text.slice(from, anchorStart));
  if (!gap) return undefined;
  const end = from + gap.index;
  const start = hangulRunStart(text, end, LONGEST_NAME + 1);
  const isApart = /^[ \t]+$/.test(gap[0]);
  // Nobody but its holder stands before a resident's number: 황만복 610418-…
  const usual =
    isApart && RESIDENTS.has(entityType) && end - start === 3 ? NameCertainty.LOOSE : NameCertainty.STRICT;
  const certainty = isApart && PARTICLE.test(text.slice(start, end)) ? NameCertainty.KNOWN : usual;
  const isName = end - start > 2 && isKoreanName(text, start, end, certainty);
  return isName ? candidate('PERSON', start, end, 0.7) : undefined;
}

/** Only in a row with a separator: in prose the next word is rather a verb. */
function recognizeAfter(text: CodeUnits, { entityType, end }: Candidate): Candidate | undefined {
  if (entityType !== 'BANK_ACCOUNT' && !leadsToHangul(text, end)) return undefined;
  const gaps = entityType === 'BANK_ACCOUNT' ? AFTER_ACCOUNT : [AFTER];
  for (const gap of gaps) {
    gap.lastIndex = end;
    const found = gap.test(text.string) && gap.lastIndex > end ? nameAt(text, gap.lastIndex) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Whether nothing but what may separate them stands before a Hangul syllable: mostly something else follows. */
function leadsToHangul(text: CodeUnits, end: number): boolean {
  let at = end;
  while (at - end < LONGEST_GAP && GAP_AFTER[text.charCodeAt(at)] === 1) at++;
  return at > end && isHangul(text.charCodeAt(at));
}

function nameAt(text: CodeUnits, start: number): Candidate | undefined {
  const end = hangulRunEnd(text, start, LONGEST_NAME + 1);
  for (const length of [3, 4, 2]) {
    const nameEnd = start + length;
    if (nameEnd > end || !isKoreanName(text, start, nameEnd, NameCertainty.STRICT)) continue;
    if (nameEnd === end ? length > 2 : nameTailWithin(text, nameEnd, end))
      return candidate('PERSON', start, nameEnd, 0.65);
  }
  return undefined;
}
