import type { MaskRule } from './mask-rule.js';

/** Neither the name nor how long anything is. */
export const maskUrlCredentials: MaskRule = { limit: 0, mask: () => '***:***' };
