import { candidate, type Candidate, type NumberRecognizer } from './recognizer.js';

const STREET =
  /\d{1,6}(?: [NSEW]\.?)?(?: [A-Z0-9][A-Za-z0-9'.-]{0,20}){1,4}? (?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Ter|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Broadway)(?![A-Za-z])\.?(?: (?:NW|NE|SW|SE|N|S|E|W)(?![A-Za-z])\.?)?/y;
const UNIT = /,? (?:Apt|Apartment|Suite|Ste|Unit|Floor|Fl|#)\.? ?[A-Za-z0-9-]{1,6}/y;
const CITY_AND_STATE =
  /,? [A-Z][A-Za-z.]{1,15}(?: [A-Z][A-Za-z.]{1,15}){0,2},? [A-Z]{2}(?![A-Za-z])(?: \d{5}(?:-\d{4})?)?/y;
const SPACE = 0x20;

/** House number, capitalised street and its kind, then unit, city, state and ZIP code where given. */
export const usAddressRecognizer: NumberRecognizer = {
  name: 'us-address',
  trigger: 'number',
  recognize({ text, start, startsClean, lengths }): Candidate | undefined {
    if (!startsClean || lengths[0]! > 6 || text.charCodeAt(start + lengths[0]!) !== SPACE) return undefined;
    const street = matchEnd(STREET, text, start);
    if (street === 0) return undefined;
    const unit = matchEnd(UNIT, text, street) || street;
    const end = matchEnd(CITY_AND_STATE, text, unit) || unit;
    return candidate('ADDRESS', start, end, end > unit ? 0.9 : 0.7);
  },
};

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
