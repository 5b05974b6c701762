/** Sum of the digits times their weights; digits beyond the weights do not count. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) sum += weights[index]! * digitAt(digits, index);
  return sum;
}

/** The digit at an offset as a number. */
export function digitAt(digits: string, index: number): number {
  return digits.charCodeAt(index) - 0x30;
}

/** `A` and `a` are 1, `B` and `b` 2 …: how identifiers count letters. */
export function letterNumber(letter: string): number {
  return (letter.charCodeAt(0) | 0x20) - 0x60;
}
