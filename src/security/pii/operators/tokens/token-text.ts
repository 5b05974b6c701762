import { ENTITY_TYPES } from '../../entity-types.js';
import { replaceSpans } from '../replace-spans.js';
import { decodeTokenBody } from './token-body.js';

/** How text around a token is written: as it is, inside a URL, or inside of a JSON string; how many times over. */
export interface Writing {
  readonly kind: 'plain' | 'percent' | 'json';
  readonly times: number;
}

/** A token in a text. */
export interface TokenText {
  readonly entityType: string;
  /** `:` of what can be decrypted, `#` of a digest. */
  readonly mark: ':' | '#';
  readonly body: string;
  readonly start: number;
  readonly end: number;
  readonly writing: Writing;
}

const TYPES: ReadonlySet<string> = new Set(ENTITY_TYPES);
/** SHA-256 in base32. */
const DIGEST_LENGTH = 52;
const PERCENT = '%(?:25){0,3}';
const bracket = (percent: string, unicode: string) =>
  `(?:${unicode === '27e6' ? '⟦' : '⟧'}|${PERCENT}E2${PERCENT}9F${PERCENT}${percent}|\\\\{1,8}u${unicode})`;
const OPENING = bracket('A6', '27e6');
const CLOSING = bracket('A7', '27e7');
/** Bounded, and begun by characters it does not hold: linear, whatever the text. */
const TOKENS = new RegExp(
  `(${OPENING})([A-Z][A-Z0-9_]{1,30})(:|#|${PERCENT}3A|${PERCENT}23)([a-z2-7]{16,150000})${CLOSING}`,
  'gi',
);
/** How a token may begin: a character that is looked for at the speed of memory, and what follows it. */
const BEGINNINGS = [
  ['⟦', /⟦/y],
  ['%', /%(?:E2|25)/iy],
  ['\\', /\\{1,8}u27e6/iy],
] as const;

/** What a text shows in the place of a value. */
export function formatToken(entityType: string, mark: TokenText['mark'], body: string): string {
  return `⟦${entityType}${mark}${body}⟧`;
}

/** The tokens of a text in their order; whatever is none by its form is left out. */
export function findTokens(text: string): TokenText[] {
  if (!mayHoldTokens(text)) return [];
  return Array.from(text.matchAll(TOKENS), toToken).filter(isWellFormed);
}

/** The token that the whole text is. */
export function wholeToken(text: string): TokenText | undefined {
  if (!text.startsWith('⟦') || !text.endsWith('⟧')) return undefined;
  const [token] = findTokens(text);
  return token?.start === 0 && token.end === text.length ? token : undefined;
}

/** The text with its tokens covered up, in the same length: nothing in them is for a detector to read. */
export function coverTokens(text: string): string {
  const tokens = findTokens(text);
  return tokens.length === 0 ? text : replaceSpans(text, tokens, (token) => '⟦'.repeat(token.length));
}

const FORM = /⟦[A-Z][A-Z0-9_]{1,30}[:#][a-z2-7]{16,}⟧/g;

/** The text with a mark for whatever has the form of a token: quick, for a second look at what stands around them. */
export function shortenTokens(text: string): string {
  return text.includes('⟦') ? text.replace(FORM, '⟦⟦⟦⟦') : text;
}

/** A value written as the text around its token is. */
export function writeAs(value: string, { kind, times }: Writing): string {
  let written = value;
  for (let time = 0; time < times; time++)
    written = kind === 'percent' ? encodeURIComponent(written) : JSON.stringify(written).slice(1, -1);
  return written;
}

/** Most texts hold none, and some have many percent signs and backslashes nevertheless. */
function mayHoldTokens(text: string): boolean {
  return BEGINNINGS.some(([mark, beginning]) => {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      beginning.lastIndex = at;
      if (beginning.test(text)) return true;
    }
    return false;
  });
}

function toToken(match: RegExpExecArray): TokenText {
  const [whole, opening = '', entityType = '', mark = '', body = ''] = match;
  return {
    entityType: entityType.toUpperCase(),
    mark: mark === '#' || mark.endsWith('23') ? '#' : ':',
    body,
    start: match.index,
    end: match.index + whole.length,
    writing: writingOf(opening),
  };
}

function writingOf(opening: string): Writing {
  if (opening.startsWith('%'))
    return { kind: 'percent', times: 1 + (/^%((?:25)*)/.exec(opening)?.[1]?.length ?? 0) / 2 };
  if (!opening.startsWith('\\')) return { kind: 'plain', times: 0 };
  // Each level of JSON doubles the backslashes of the one below.
  return { kind: 'json', times: 1 + Math.floor(Math.log2(opening.indexOf('u'))) };
}

/** The name of the type as well: whatever stands in its place is covered up, and no detector reads it. */
function isWellFormed({ entityType, mark, body }: TokenText): boolean {
  if (!TYPES.has(entityType)) return false;
  return mark === '#' ? body.length === DIGEST_LENGTH : decodeTokenBody(body) !== undefined;
}
