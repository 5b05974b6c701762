/** Sum of the digits, each times its weight. */
export function weightedSum(digits, weights) {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

/** Draws until the number passes: for checksums that are tested and not computed. */
export function drawUntil(make, test) {
  for (;;) {
    const value = make();
    if (test(value)) return value;
  }
}

export function luhnCheck(digits, base = 10) {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = parseInt(digit, base) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / base) + (value % base);
  }, 0);
  return ((base - (sum % base)) % base).toString(base).toUpperCase();
}

/** Multiplication in the dihedral group of ten: five rotations, then five reflections. */
function dihedral(one, other) {
  const turned = one < 5 ? one + other : one - other;
  return (((turned % 5) + 5) % 5) + (one < 5 === other < 5 ? 0 : 5);
}

/** Verhoeff's check digit. */
export function verhoeffCheck(digits) {
  const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const permute = (digit, times) => (times === 0 ? digit : permute(permutation[digit], times - 1));
  const inverse = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9];
  const sum = [...digits]
    .reverse()
    .reduce((state, digit, index) => dihedral(state, permute(Number(digit), (index + 1) % 8)), 0);
  return String(inverse[sum]);
}

const ODD = { ...[1, 0, 5, 7, 9, 13, 15, 17, 19, 21] };
const ODD_LETTERS = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Check letter of an Italian fiscal code of 15 characters. */
export function fiscalCodeCheck(code) {
  const sum = [...code].reduce((total, each, index) => {
    const letter = each.charCodeAt(0) - 65;
    if (index % 2 === 0) return total + (letter >= 0 ? ODD_LETTERS[letter] : ODD[each]);
    return total + (letter >= 0 ? letter : Number(each));
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}
