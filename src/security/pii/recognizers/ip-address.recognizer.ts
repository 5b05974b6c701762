import { isIPv6 } from 'node:net';
import { isAsciiAlphanumeric, isAsciiLetter, isHexDigit } from '../text/character-class.js';
import type { TokenRun } from '../text/token-run.js';
import { candidate, type Candidate, type CharacterRecognizer, type NumberRecognizer } from './recognizer.js';

const OCTET_DOT = 0x2e;
const COLON = 0x3a;
const ZERO = 0x30;
const LARGEST_OCTET = 255;
/** What begins lower is rather a version. */
const LEAST_FIRST = 10;
/** `::` itself and the loopback address belong to nobody. */
const NOBODY = new Set(['::', '::1', '0.0.0.0', '127.0.0.1']);
/** Not reported unless somebody asks for everything. */
const OF_NOBODY = 0.3;
const MAX_IPV6_LENGTH = 45;
/** Rules out `12::34` and the like: a whole first group, or at least three groups. */
const ADDRESS_LIKE = /^[0-9a-f]{3,4}:|(?:[^:]*:){3}/i;

/** Dotted quad. Four small numbers without a word for addresses are rather a version or a section. */
export const ipv4Recognizer: NumberRecognizer = {
  name: 'ipv4',
  trigger: 'number',
  shapes: ['1~3.1~3.1~3.1~3'],
  context: [
    'ip',
    'ipv4',
    'ipv6',
    'address',
    'addr',
    'host',
    'client',
    'remote',
    'server',
    'peer',
    '아이피',
    '주소',
    '접속',
  ],
  against: [
    'v',
    '펌웨어',
    'release',
    'firmware',
    'section',
    'chapter',
    'patch',
    'changelog',
    'upgrade',
    'upgraded to',
  ],
  recognize(run) {
    const { text, start, end } = run;
    if (!isOctets(run) || followsProduct(text, start)) return undefined;
    const score = NOBODY.has(text.slice(start, end)) ? OF_NOBODY : scoreIpv4(run.numberAt(0), run.context());
    return candidate('IP_ADDRESS', start, end, score);
  },
};

function scoreIpv4(first: number, context: number): number {
  if (context < 0) return 0.2;
  if (context > 0) return 0.95;
  return first < LEAST_FIRST ? 0.4 : 0.75;
}

/** Numbers up to 255 without leading zeros, with full stops between them: a middle dot reads like one in shapes. */
function isOctets(run: TokenRun): boolean {
  const { units, starts, count } = run;
  for (let segment = 0; segment < count; segment++) {
    const start = starts[segment]!;
    if (run.numberAt(segment) > LARGEST_OCTET) return false;
    if (units.charCodeAt(start) === ZERO && run.lengthOf(segment) > 1) return false;
    if (segment > 0 && units.charCodeAt(start - 1) !== OCTET_DOT) return false;
  }
  return true;
}

/** `nginx/1.27.0.1` is a product version (RFC 9110 §10.1.5). */
function followsProduct(text: string, start: number): boolean {
  return text[start - 1] === '/' && isAsciiLetter(text.charCodeAt(start - 2));
}

/** Anchored at the first colon of an address, so that times and `key:value` cost a look at four characters. */
export const ipv6Recognizer: CharacterRecognizer = {
  name: 'ipv6',
  trigger: 'colon',
  recognize(text, at): Candidate | undefined {
    if (text.charCodeAt(at) !== COLON || !isIpv6Character(text.charCodeAt(at + 1))) return undefined;
    const start = groupStart(text, at);
    const before = text.charCodeAt(start - 1);
    if (before === COLON || isAsciiAlphanumeric(before)) return undefined;
    const end = addressEnd(text, start);
    // A colon at least besides this one: most are of times and of labels.
    const second = text.indexOf(':', at + 1);
    if (second < 0 || second >= end) return undefined;
    const address = text.slice(start, end);
    if (!ADDRESS_LIKE.test(address) || !/\d/.test(address) || isAsciiAlphanumeric(text.charCodeAt(end)))
      return undefined;
    return isIPv6(address) && !NOBODY.has(address) ? candidate('IP_ADDRESS', start, end, 0.9) : undefined;
  },
};

function groupStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 4 && isHexDigit(text.charCodeAt(start - 1))) start--;
  return start;
}

function addressEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < MAX_IPV6_LENGTH && isIpv6Character(text.charCodeAt(end))) end++;
  while (end > start && text.charCodeAt(end - 1) === OCTET_DOT) end--;
  return end;
}

function isIpv6Character(code: number): boolean {
  return isHexDigit(code) || code === COLON || code === OCTET_DOT;
}
