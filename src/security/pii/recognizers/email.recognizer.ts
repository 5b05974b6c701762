import { isAsciiAlphanumeric } from '../text/character-class.js';
import { candidate, type Candidate, type CharacterRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

/** RFC 5321 §4.5.3.1. */
const MAX_LOCAL_PART = 64;
const MAX_DOMAIN = 255;

/** RFC 5322 §3.2.3, but for what encloses or parts values: `Kim|kim@example.com`, `{{kim@example.com}}`. */
const LOCAL_PUNCTUATION = new Set(Array.from("!#$%&'*+-/=?^_~.", (character) => character.charCodeAt(0)));
/** Allowed in a local part (RFC 5322 §3.2.3) but in real text almost always what stands around an address. */
const NEVER_FIRST = /^[^A-Za-z0-9_+]+/;
const DOMAIN = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9-]{2,59})$/;

/** A quoted string of RFC 5321 §4.1.2, within one line. */
const QUOTED = /"[^"\n\r\\@]{1,62}"$/;
const QUOTE = 0x22;

/** An address around `@`: no table of domains, so that internal ones count too. */
export const emailRecognizer: CharacterRecognizer = {
  name: 'email',
  trigger: 'at',
  recognize(text, at): Candidate | undefined {
    const start = text.charCodeAt(at - 1) === QUOTE ? quotedStart(text, at) : localPartStart(text, at);
    const end = domainEnd(text, at + 1);
    if (start === at || end === 0) return undefined;
    return candidate('EMAIL', start, end, 0.95);
  },
};

/** `"john doe"@example.com`: where the opening quote stands; `at` when what it closes belongs to something else. */
function quotedStart(text: string, at: number): number {
  const quoted = QUOTED.exec(text.slice(max(0, at - MAX_LOCAL_PART), at));
  if (!quoted) return at;
  const start = at - quoted[0].length;
  return isAsciiAlphanumeric(text.charCodeAt(start - 1)) ? at : start;
}

function localPartStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_LOCAL_PART && isLocalCharacter(text.charCodeAt(start - 1))) start--;
  const local = text.slice(start, at);
  // A masked address such as hong****@example.com is none any more.
  const masked = local.lastIndexOf('*') + 1;
  const dotted = local.lastIndexOf('..') + 2;
  const from = max(masked, dotted > 1 ? dotted : 0, local.lastIndexOf('=') + 1, local.lastIndexOf('/') + 1);
  const kept = local.slice(from).replace(NEVER_FIRST, '');
  return kept.endsWith('.') ? at : at - kept.length;
}

function domainEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < MAX_DOMAIN && isDomainCharacter(text.charCodeAt(end))) end++;
  const domain = text.slice(from, end).replace(/[.-]+$/, '');
  return DOMAIN.test(domain) ? from + domain.length : 0;
}

function isLocalCharacter(code: number): boolean {
  return isAsciiAlphanumeric(code) || LOCAL_PUNCTUATION.has(code);
}

function isDomainCharacter(code: number): boolean {
  return isAsciiAlphanumeric(code) || code === 0x2d || code === 0x2e;
}
