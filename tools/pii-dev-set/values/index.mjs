import { CONTACTS } from './contact.mjs';
import { DATES } from './dates.mjs';
import { ENGLISH_ADDRESSES } from './en-address.mjs';
import { ENGLISH_PERSONS } from './en-person.mjs';
import { KOREAN_ADDRESSES } from './ko-address.mjs';
import { KOREAN_NUMBERS } from './ko-numbers.mjs';
import { KOREAN_PERSONS } from './ko-person.mjs';
import { MONEY } from './money.mjs';
import { NOISE } from './noise.mjs';
import { WORLD_NUMBERS } from './world-numbers.mjs';

/** Every generator by the name that templates call it. */
export const GENERATORS = {
  ...CONTACTS,
  ...DATES,
  ...ENGLISH_ADDRESSES,
  ...ENGLISH_PERSONS,
  ...KOREAN_ADDRESSES,
  ...KOREAN_NUMBERS,
  ...KOREAN_PERSONS,
  ...MONEY,
  ...NOISE,
  ...WORLD_NUMBERS,
};
