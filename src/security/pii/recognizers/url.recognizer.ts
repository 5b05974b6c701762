import { isAsciiAlphanumeric, isAsciiLetter } from '../text/character-class.js';
import { candidate, type Candidate, type CharacterRecognizer } from './recognizer.js';

const LONGEST_SCHEME = 12;
const LONGEST_NAME = 64;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
/** RFC 3986 without what ends a link in a sentence or in markup. */
const REST = /[^\s"'<>{}|\\^`\u3131-\uD7A3]{1,400}/y;
const TRAILING = /[.,;:!?)\]*_'’»…]+$/;
const DOMAIN =
  /(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,6}([A-Za-z]{2,18})(?![A-Za-z0-9-])(?::\d{1,5}(?!\d))?(?:[/?#][^\s"'<>{}|\\^`]{0,1024})?/y;
/** Top-level domains under which names without a scheme are written; no ends of file names among them. */
const TOP_LEVEL = new Set(
  `com org net edu gov mil int info biz name pro mobi travel jobs museum aero coop asia cat tel post app dev page blog cloud online site store shop tech xyz club live news media agency io ai co me tv cc ly gg fm
   us uk ca au nz ie de fr it es pt nl be lu at ch li dk se no fi is ee lv lt pl cz sk hu ro bg gr hr si rs ua by ru tr il ae sa eg za ng ke gh ma tn in pk bd lk np cn hk tw jp kr th vn my sg id ph mx br ar cl pe ve eu`.split(
    /\s+/,
  ),
);

/** Links with a scheme. */
export const urlRecognizer: CharacterRecognizer = {
  name: 'url',
  trigger: 'scheme',
  recognize(text, at): Candidate | undefined {
    let start = at;
    while (start > 0 && at - start < LONGEST_SCHEME && isAsciiLetter(text.charCodeAt(start - 1))) start--;
    REST.lastIndex = at + 3;
    if (start === at || !REST.test(text)) return undefined;
    return candidate('URL', start, trimmedEnd(text, at + 3, REST.lastIndex), 0.7);
  },
};

/** Names such as `www.example.com/path`, looked at once, at their first full stop. */
export const domainRecognizer: CharacterRecognizer = {
  name: 'domain',
  trigger: 'dot',
  recognize(text, at): Candidate | undefined {
    if (!isAsciiLetter(text.charCodeAt(at + 1)) || !isNameCharacter(text.charCodeAt(at - 1)))
      return undefined;
    let start = at;
    while (start > 0 && at - start < LONGEST_NAME && isNameCharacter(text.charCodeAt(start - 1))) start--;
    const before = text.charCodeAt(start - 1);
    if (before === FULL_STOP || before === 0x40 || before === 0x2f || before === 0x5f) return undefined;
    DOMAIN.lastIndex = start;
    const match = DOMAIN.exec(text);
    if (!match || !TOP_LEVEL.has(match[1]!.toLowerCase())) return undefined;
    const end = trimmedEnd(text, start, DOMAIN.lastIndex);
    return text.charCodeAt(end) === 0x40 ? undefined : candidate('URL', start, end, 0.55);
  },
};

function trimmedEnd(text: string, from: number, end: number): number {
  const link = text.slice(from, end);
  return end - (TRAILING.exec(link)?.[0].length ?? 0);
}

function isNameCharacter(code: number): boolean {
  return isAsciiAlphanumeric(code) || code === HYPHEN;
}
