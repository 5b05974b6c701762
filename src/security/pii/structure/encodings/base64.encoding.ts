import type { Encoding } from './encoding.js';
import { readableText } from './readable-text.js';

const URL_SAFE = /[-_]/;
const MIME_LINE = 76;

/** RFC 4648 §4 and §5, with and without padding. Shorter runs are words. */
export const base64Encoding: Encoding = {
  hint: /[A-Za-z0-9+/_-]{12}/,
  runs: /[A-Za-z0-9+/_-]{12,}={0,2}/g,
  decode,
  encode,
};

/** The same between slashes, which are digits of it as well: in paths. */
export const base64SegmentEncoding: Encoding = {
  hint: /\/[A-Za-z0-9+_-]{12}|[A-Za-z0-9+_-]{12}\//,
  runs: /[A-Za-z0-9+_-]{12,}={0,2}/g,
  decode,
  encode,
};

/** The same in lines (RFC 2045 §6.8). They begin where no digit stands before: not every place of a long run is tried. */
export const base64LinesEncoding: Encoding = {
  hint: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{60,76}\r?\n/,
  runs: /(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{60,76}\r?\n)+[A-Za-z0-9+/]{1,76}={0,2}/g,
  decode: (run) => decode(run.replace(/[\r\n]/g, '')),
  encode: (text) =>
    Buffer.from(text, 'utf8')
      .toString('base64')
      .replace(new RegExp(`.{${MIME_LINE}}(?=.)`, 'g'), '$&\r\n'),
};

function decode(run: string): string | undefined {
  const digits = run.replace(/=+$/, '');
  // One digit too many encodes nothing.
  return digits.length % 4 === 1 ? undefined : readableText(Buffer.from(digits, 'base64'));
}

function encode(text: string, run: string): string {
  const octets = Buffer.from(text, 'utf8');
  const padded = octets.toString('base64');
  const digits = URL_SAFE.test(run) ? octets.toString('base64url') : padded;
  return isPadded(run) ? digits.padEnd(padded.length, '=') : digits.replace(/=+$/, '');
}

/** A run that needs no padding shows nothing: then padding is what others expect. */
function isPadded(run: string): boolean {
  return run.endsWith('=') || (run.length % 4 === 0 && !URL_SAFE.test(run));
}
