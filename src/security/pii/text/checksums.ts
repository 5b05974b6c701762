/** Luhn, ISO/IEC 7812-1 annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const RRN_WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** Check digit of a resident registration number issued before October 2020; later ones carry random digits. */
export function passesRrnChecksum(digits: string): boolean {
  return (11 - (weightedSum(digits, RRN_WEIGHTS) % 11)) % 10 === Number(digits[12]);
}

/** Check digit of a foreigner registration number issued before October 2020. */
export function passesFrnChecksum(digits: string): boolean {
  return (13 - (weightedSum(digits, RRN_WEIGHTS) % 11)) % 10 === Number(digits[12]);
}

const BRN_WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** Check digit of a business registration number: the tens of the ninth product count too. */
export function passesBrnChecksum(digits: string): boolean {
  const sum = weightedSum(digits, BRN_WEIGHTS) + Math.floor((Number(digits[8]) * 5) / 10);
  return (10 - (sum % 10)) % 10 === Number(digits[9]);
}

const CRN_WEIGHTS = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2];

/** Check digit of a corporate registration number. */
export function passesCrnChecksum(digits: string): boolean {
  return (10 - (weightedSum(digits, CRN_WEIGHTS) % 10)) % 10 === Number(digits[12]);
}

/** Whether `YYMMDD` names a day; the century is unknown, so 29 February always passes. */
export function isShortDate(yymmdd: string): boolean {
  const month = Number(yymmdd.slice(2, 4));
  const day = Number(yymmdd.slice(4, 6));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month);
}

function daysIn(month: number): number {
  if (month === 2) return 29;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}
