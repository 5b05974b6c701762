import { maskAll, type MaskRule } from './mask-rule.js';

const KEPT = 4;
/** As this mask leaves it. */
const MASKED = /^[^*@]{0,4}\*{4}@/;

/** `hong****@example.com`: the domain stays; how long the local part is does not show. A short one keeps half of it. */
export const maskEmail: MaskRule = {
  limit: KEPT,
  mask: (value) => {
    const at = value.lastIndexOf('@');
    if (MASKED.test(value) && at === value.indexOf('@')) return value;
    if (at < 0) return maskAll.mask(value);
    const kept = at < KEPT ? Math.floor(at / 2) : KEPT;
    return `${value.slice(0, kept)}****${value.slice(at)}`;
  },
};
