import type { EntityType } from '../../entity-types.js';
import { maskAddress } from './address.mask.js';
import { maskEmail } from './email.mask.js';
import { maskIpAddress } from './ip-address.mask.js';
import { keepEnds, maskAll, type MaskRule } from './mask-rule.js';
import { maskPerson } from './person.mask.js';
import { maskPhone } from './phone.mask.js';
import { maskUrlCredentials } from './url-credentials.mask.js';

const BIRTH_DATE = keepEnds({ first: 6, hidden: 7 });
const LAST_FOUR = keepEnds({ last: 4, hidden: 4 });

/** Types whose values show something when masked; docs/personal-data.md has the same table. All others show nothing. */
export const MASKS: Partial<Record<EntityType, MaskRule>> = {
  PERSON: maskPerson,
  EMAIL: maskEmail,
  PHONE: maskPhone,
  ADDRESS: maskAddress,
  KR_RRN: BIRTH_DATE,
  KR_FRN: BIRTH_DATE,
  PASSPORT: keepEnds({ first: 1, hidden: 7 }),
  US_SSN: LAST_FOUR,
  CREDIT_CARD: keepEnds({ first: 4, last: 4, hidden: 6 }),
  BANK_ACCOUNT: LAST_FOUR,
  IBAN: keepEnds({ first: 2, last: 4, hidden: 9 }),
  IP_ADDRESS: maskIpAddress,
  URL_CREDENTIALS: maskUrlCredentials,
};

/** How values of the type are masked. */
export function maskRuleOf(entityType: EntityType): MaskRule {
  return MASKS[entityType] ?? maskAll;
}

/** A type as whose value the text has been masked already: it shows no more than that type may. */
export function maskedTypeOf(text: string): EntityType | undefined {
  if (!text.includes('*')) return undefined;
  return (Object.keys(MASKS) as EntityType[]).find((type) => MASKS[type]!.mask(text) === text);
}
