import type { Encoding } from './encoding.js';
import { readableText } from './readable-text.js';

/** As C and MySQL begin it (`0x…`), and as PostgreSQL does (`\\x…`). */
const PREFIX = /^(?:0[xX]|\\x)/;

/** RFC 4648 §8, whatever the case. */
export const hexEncoding: Encoding = {
  hint: /[0-9A-Fa-f]{16}/,
  runs: /(?<![0-9A-Za-z])(?:0[xX]|\\x)?(?:[0-9A-Fa-f]{2}){8,}(?![0-9A-Za-z])/g,
  decode(run) {
    const digits = run.replace(PREFIX, '');
    // Digits alone are a number, and numbers are read as they are.
    return /^\d+$/.test(digits) ? undefined : readableText(Buffer.from(digits, 'hex'));
  },
  encode: (text, run) => (PREFIX.exec(run)?.[0] ?? '') + Buffer.from(text, 'utf8').toString('hex'),
};
