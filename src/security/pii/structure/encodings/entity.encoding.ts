import type { Encoding } from './encoding.js';

const REFERENCE = /&#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}));/g;
const LAST_CODE_POINT = 0x10ffff;

/** Numeric character references of HTML and XML. */
export const entityEncoding: Encoding = {
  hint: /&#/,
  runs: /(?:[^\s&<>]|&#(?:x[0-9A-Fa-f]{1,6}|\d{1,7});)+/g,
  decode(run) {
    if (!run.includes('&#')) return undefined;
    return run.replace(REFERENCE, (reference, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : reference;
    });
  },
  encode: (text) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`),
};
