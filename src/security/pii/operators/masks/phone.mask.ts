import { hideBetween, type MaskRule } from './mask-rule.js';

const LAST = 4;
const HIDDEN = 3;

/** `010-****-5678`: what comes before the subscriber's number, and its last four digits. */
export const maskPhone: MaskRule = {
  limit: 4 + LAST,
  mask: (value) => {
    const digits = value.match(/[\p{L}\p{N}*]/gu)?.length ?? 0;
    const first = Math.max(0, Math.min(prefixLength(value), digits - LAST - HIDDEN));
    return hideBetween(value, first, Math.min(LAST, Math.max(0, digits - HIDDEN)));
  },
};

/** Country and area code, the area code of Seoul, else a code of three digits. */
function prefixLength(value: string): number {
  if (value.startsWith('+')) return 4;
  return /^\(?02\D/.test(value) ? 2 : 3;
}
