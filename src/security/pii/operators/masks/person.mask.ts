import type { MaskRule } from './mask-rule.js';

/** 홍*동, 김*, 남**수; J*** D**. An initial alone would be the whole word, so it goes too. */
export const maskPerson: MaskRule = {
  limit: 2,
  mask: (value) => value.replace(/[\p{L}\p{N}\p{M}*]+/gu, maskName),
};

function maskName(word: string): string {
  const letters = [...word];
  const [first = ''] = letters;
  if (letters.length === 1) return '*';
  if (!/[가-힣]/.test(word) || letters.length < 3) return first + '*'.repeat(letters.length - 1);
  return first + '*'.repeat(letters.length - 2) + letters.at(-1)!;
}
