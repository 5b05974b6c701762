import { EMPTY_HASH, hashWith, WordTable } from '../../text/word-table.js';
import type { CodeUnits } from '../../text/code-units.js';
import { GIVEN_NAMES, GIVEN_NAMES_ELSEWHERE } from './given-names.js';
import { MORE_GIVEN_NAMES } from './names/index.js';
import { LISTED, ORDINARY } from './word-class.js';

const SHORTEST = 3;
const LOWER_CASE = 0x20;
/** Software and machines that go by given names in small letters. */
const SOFTWARE = new Set(
  'ada alexa alice ana ansible bob cassandra claude dan dana don elmo eve hugo igor ivy java jade jan jasmine jess julia karma kim lea len lin lisa lola luna mai mars marvin max maya mia mina moe nova otto pam pia pip ram ray rex rob ron sam sol tim tom travis val vera vic vim yan zen mimi tex una nan sal min ben ali kai lex art ken jay ted rod jen meg'.split(
    ' ',
  ),
);
/** Frequent ones of those above that are read as names all the same where somebody is greeted. */
const GREETED_ONLY = 2;
const SURE = 1;

/** Given names that are no ordinary words, in small letters: only those are looked for where nobody writes capitals. */
const TYPED_NAMES = new WordTable(() => {
  const names = new Map<string, number>();
  for (const list of [GIVEN_NAMES, GIVEN_NAMES_ELSEWHERE, ...MORE_GIVEN_NAMES])
    for (const name of list) {
      const typed = name.toLowerCase();
      if (!/^[a-z]+$/.test(typed) || name.length < SHORTEST || (LISTED.of(name) & ORDINARY) !== 0) continue;
      names.set(typed, SOFTWARE.has(typed) ? GREETED_ONLY : SURE);
    }
  return names;
});

/** Whether the word of small letters from `start` to `end` is a given name; `isGreeted` allows those of machines, too. */
export function isTypedGivenName(text: CodeUnits, start: number, end: number, isGreeted: boolean): boolean {
  if (end - start < SHORTEST) return false;
  let hash = EMPTY_HASH;
  for (let index = start; index < end; index++) hash = hashWith(hash, text.charCodeAt(index) | LOWER_CASE);
  const kind = TYPED_NAMES.ofLetters(text, start, end, hash);
  return kind === SURE || (kind === GREETED_ONLY && isGreeted);
}
