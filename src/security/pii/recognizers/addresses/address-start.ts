import { BUILDING_KINDS, UNIT_WORDS } from './address-parts.js';
import { max } from '../../text/math.js';

const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏ';
const NAME = `[A-ZÀ-Þ][${LETTER}'’.&-]{0,24}`;
/** `Flat 2/1, `, `H. No. `, `Unit 3, The Malthouse, `, `Rm 31 `, `#27/3, `, `3F2, `, `Warehouse C, `. */
const UNIT_BEFORE = new RegExp(
  `(?:^|[^A-Za-z0-9'’.#/-])((?:(?:${UNIT_WORDS})\\.? ?(?:[Nn]o\\.? ?|NO\\.? ?|#)?(?:[0-9][A-Za-z0-9./-]{0,7}|[A-Z])(?:(?:,? )(?:The )?${NAME}(?: ${NAME}){0,3})?|\\d{1,2}F\\d{1,2}|#\\d{1,5}[A-Z]?(?:[-/]\\d{1,5})?|\\d{1,2}(?:st|nd|rd|th) [Ff]loor|(?:Ground|First|Second|Third|Fourth|Fifth|Top) [Ff]loor(?: (?:Left|Right|Front|Rear|Flat))?|\\d{1,2}\\/F)(?:,? ?\\r?\\n ?|,? ))$`,
);
const BUILDING_BEFORE = new RegExp(
  `(?:^|[\\n,;:(|"'] ?|(?:\\b(?:at|of|to|in|from) ))((?:The )?(?:${NAME} ){1,3}(?:${BUILDING_KINDS})(?:, ?\\r?\\n?| ?\\r?\\n))$`,
);
/** `Blk `, `Plot No. `, `H. No. `, `Rm `, `Ward `: what the number of a house or a part of it follows. */
const LABEL_BEFORE = new RegExp(
  `(?:^|[^A-Za-z0-9'’.-])((?:(?:${UNIT_WORDS})\\.?|No\\.|NO\\.|Nr\\.) ?(?:[Nn]o\\.?|NO\\.?|#)? ?)$`,
);
const DEPARTMENT_BEFORE =
  /(?:^|[\n,;:/] ?)((?:Dept\.?|Department|School|Faculty) of [A-Z][a-z]{2,20}(?: (?:and|&) [A-Z][a-z]{2,20})?, )$/;
const WINDOW = 64;
const LABEL_WINDOW = 18;
const MOST_PARTS = 3;

/** Where the parts before the house begin that belong to its address: unit, building, department; `start` where none does. */
export function partsBefore(text: string, start: number): number {
  let from = labelBefore(text, start);
  for (let count = 0; count < MOST_PARTS; count++) {
    const window = text.slice(max(0, from - WINDOW), from);
    const part =
      UNIT_BEFORE.exec(window)?.[1] ??
      BUILDING_BEFORE.exec(window)?.[1] ??
      DEPARTMENT_BEFORE.exec(window)?.[1];
    if (part === undefined) break;
    from -= part.length;
  }
  return from;
}

/** Where the word begins that a number is the number of, or `start`. */
export function labelBefore(text: string, start: number): number {
  const label = LABEL_BEFORE.exec(text.slice(max(0, start - LABEL_WINDOW), start))?.[1];
  return start - (label?.length ?? 0);
}
