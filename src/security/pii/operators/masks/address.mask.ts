import { maskAll, type MaskRule } from './mask-rule.js';

/** The first two administrative levels of a Korean address; nothing of others. */
export const maskAddress: MaskRule = {
  limit: 18,
  mask: (value) => {
    const kept = /^(?:[가-힣]{1,8}(?:시|도|군|구)(?: |$)){0,2}/.exec(value)?.[0] ?? '';
    return kept + maskAll.mask(value.slice(kept.length));
  },
};
