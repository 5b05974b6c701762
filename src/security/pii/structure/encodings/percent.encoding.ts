import type { Encoding } from './encoding.js';

/** RFC 3986 §2.1: one component of a URL at a time. What it cannot be read as (`100%`) stays what it is. */
export const percentEncoding: Encoding = {
  hint: /%[0-9A-Fa-f]{2}/,
  runs: /(?:[\w.~!*'()+-]|%[0-9A-Fa-f]{2})+/g,
  decode(run) {
    if (!run.includes('%')) return undefined;
    try {
      return decodeURIComponent(run);
    } catch {
      return undefined;
    }
  },
  encode: (text) => encodeURIComponent(text),
};

/** The same as forms write it (`application/x-www-form-urlencoded`): a plus sign is a blank, if that makes a difference. */
export const formEncoding: Encoding = {
  // No look for the plus sign too: base64 is full of them, and each would begin a search through all of it.
  hint: percentEncoding.hint,
  runs: percentEncoding.runs,
  decode: (run) => (run.includes('+') ? percentEncoding.decode(run.replaceAll('+', ' ')) : undefined),
  encode: (text) => encodeURIComponent(text).replaceAll('%20', '+'),
};
