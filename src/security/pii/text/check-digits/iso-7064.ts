import { digitAt } from './weighted-sum.js';

/** ISO/IEC 7064 MOD 11,10: the last digit checks the others. */
export function passesMod11Of10(digits: string): boolean {
  let product = 10;
  for (let index = 0; index < digits.length - 1; index++) {
    const sum = (digitAt(digits, index) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digitAt(digits, digits.length - 1);
}

const HYBRID_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Value of a digit or letter in base 36, as ISO 7064 and ICAO Doc 9303 count: `0` is 0, `A` is 10. */
export function base36(character: string): number {
  return HYBRID_ALPHABET.indexOf(character.toUpperCase());
}

/** ISO/IEC 7064 MOD 11-2 over digits; the check character of value ten is `X`. */
export function passesMod11Of2(value: string): boolean {
  let sum = 0;
  for (let index = 0; index < value.length - 1; index++) sum = ((sum + digitAt(value, index)) * 2) % 11;
  const check = (12 - sum) % 11;
  return value.charAt(value.length - 1).toUpperCase() === (check === 10 ? 'X' : String(check));
}

/** ISO/IEC 7064 MOD 97-10 as ISO 13616 applies it: the first four characters behind the others, letters as numbers. */
export function passesMod97(value: string): boolean {
  let remainder = 0;
  for (const character of value.slice(4) + value.slice(0, 4)) {
    const digit = base36(character);
    remainder = (remainder * (digit > 9 ? 100 : 10) + digit) % 97;
  }
  return remainder === 1;
}
