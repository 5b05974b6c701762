import { candidate, type Candidate, type NumberRecognizer } from '../recognizer.js';
import { BUILDING, TO_POSTCODE } from './address-parts.js';
import { max } from '../../text/math.js';

/** The postcode itself is in the window: what begins with the building has to end with it. */
const HOUSE = new RegExp(`(?:^|[^A-Za-z0-9'’.-])((?:The )?${BUILDING}${TO_POSTCODE})`);
const WINDOW = 96;
/** `, United Kingdom`. */
const COUNTRY_WINDOW = 18;

/** British houses with a name instead of a number: `Rose Cottage, Mill Lane, Bury, BL9 0AB`. */
export const addressNamedHouseRecognizer: NumberRecognizer = {
  name: 'address-named-house',
  trigger: 'number',
  shapes: ['LD_DLL', 'LDD_DLL', 'LLD_DLL', 'LLDD_DLL', 'LDL_DLL', 'LLDL_DLL'],
  recognize({ text, start, end }): Candidate | undefined {
    const from = max(0, start - WINDOW);
    const match = HOUSE.exec(text.slice(from, end + COUNTRY_WINDOW));
    if (!match) return undefined;
    const last = from + match.index + match[0].length;
    return last < end ? undefined : candidate('ADDRESS', last - match[1]!.length, last, 0.8);
  },
};
