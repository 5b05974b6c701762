import { candidate, type Candidate, type CharacterRecognizer } from './recognizer.js';

/** EUI-48 (IEEE 802): six pairs with colons or hyphens, or three groups with full stops. */
const PAIRS = /(?:[0-9A-Fa-f]{2}([:-]))(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![:0-9A-Za-z-])/y;
const TRIPLES = /[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![.0-9A-Za-z])/y;
/** All zeros and all ones address nobody. */
const NOBODY = /^(?:[0:.-]+|[fF:.-]+)$/;
const PART = /[0-9A-Za-z:._-]/;

const recognizer = (
  name: string,
  trigger: 'colon' | 'hyphen' | 'dot',
  pattern: RegExp,
  digits: number,
  groups: number,
): CharacterRecognizer => ({
  name,
  trigger,
  recognize(text, at): Candidate | undefined {
    // The last one first: times and dates have two.
    const lastSeparator = at + (groups - 2) * (digits + 1);
    if (text.charCodeAt(lastSeparator) !== text.charCodeAt(at)) return undefined;
    const start = at - digits;
    pattern.lastIndex = start;
    if (start < 0 || PART.test(text.charAt(start - 1)) || !pattern.test(text)) return undefined;
    const end = pattern.lastIndex;
    return NOBODY.test(text.slice(start, end)) ? undefined : candidate('MAC_ADDRESS', start, end, 0.92);
  },
});

/** Each is looked at once, at the first separator. */
export const MAC_ADDRESS_RECOGNIZERS: readonly CharacterRecognizer[] = [
  recognizer('mac-address-colon', 'colon', PAIRS, 2, 6),
  recognizer('mac-address-hyphen', 'hyphen', PAIRS, 2, 6),
  recognizer('mac-address-dot', 'dot', TRIPLES, 4, 3),
];
