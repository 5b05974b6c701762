import type { Encoding } from './encoding.js';
import { readableText } from './readable-text.js';

/** RFC 4648 §8, whatever the case. */
export const hexEncoding: Encoding = {
  hint: /[0-9A-Fa-f]{16}/,
  runs: /(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{2}){8,}(?![0-9A-Za-z])/g,
  // Digits alone are a number, and numbers are read as they are.
  decode: (run) => (/^\d+$/.test(run) ? undefined : readableText(Buffer.from(run, 'hex'))),
  encode: (text) => Buffer.from(text, 'utf8').toString('hex'),
};
