import type { TokenRun } from '../text/token-run.js';
import { max } from '../text/math.js';

/** How the banks of Korea group the digits of an account, by what they are called. */
const LAYOUTS: readonly (readonly [names: string, layouts: string])[] = [
  ['국민|KB', '6-2-6 3-2-4-3'],
  ['신한|SHB', '3-3-6 3-2-6'],
  ['우리|WOORI', '4-3-6 3-6-2-3'],
  ['하나|KEB|외환', '3-6-5 3-6-2-3'],
  ['농협|NH|축협', '3-4-4-2 3-2-6 6-2-6'],
  ['기업|IBK', '3-6-2-3'],
  ['카카오', '4-2-7'],
  ['토스', '4-4-4'],
  ['케이|K', '3-3-6'],
  ['새마을|MG', '4-4-4-1'],
  ['우체국', '6-2-6'],
  ['부산|경남|BNK', '3-4-4-2'],
  ['대구|아이엠|iM|DGB', '3-2-6-1'],
  ['산업|KDB', '3-4-4-3'],
  ['제일|SC', '3-2-6'],
  ['광주', '3-3-6'],
];
const NAMES = LAYOUTS.flatMap(([names]) => names.split('|'));
const HANGUL = NAMES.filter((name) => /[가-힣]/.test(name)).join('|');
const LATIN = NAMES.filter((name) => /[a-z]/i.test(name)).join('|');
const KIND = '(?:은행|뱅크|금고|bank)?';
/** `KB국민은행 계좌번호: `, `하나 `; not the end of another word. */
const BEFORE = new RegExp(
  `((?<![가-힣])(?:${HANGUL})|(?<![A-Za-z])(?:${LATIN}))${KIND} ?(?:계좌(?:번호)?)?(?:은|는)?[\\s:=)\\]"',|-]{0,4}$`,
  'i',
);
const AFTER = new RegExp(` ?[(\\[,/]? ?(${HANGUL}|${LATIN})${KIND}(?![가-힣A-Za-z])`, 'iy');
const WINDOW = 24;
/** More than a segment is long. */
const LENGTHS = 64;

const layoutsOf = new Map(
  LAYOUTS.flatMap(([names, layouts]) =>
    names.split('|').map((name) => [name.toLowerCase(), new Set(layouts.split(' ').map(keyOf))] as const),
  ),
);
const known = new Set(LAYOUTS.flatMap(([, layouts]) => layouts.split(' ').map(keyOf)));

/** Whether the digits are grouped as the bank does whose name stands directly before or behind them. */
export function isInBanksLayout(run: TokenRun): boolean {
  if (run.count < 3) return false;
  let layout = 0;
  for (let segment = 0; segment < run.count; segment++) layout = withSegment(layout, run.lengthOf(segment));
  if (!known.has(layout)) return false;
  const bank = bankBefore(run) ?? bankAfter(run);
  return bank !== undefined && layoutsOf.get(bank.toLowerCase())!.has(layout);
}

/** A number for a layout as it is written above. */
function keyOf(layout: string): number {
  return layout.split('-').map(Number).reduce(withSegment, 0);
}

function withSegment(layout: number, length: number): number {
  return layout * LENGTHS + length;
}

function bankBefore({ text, start }: TokenRun): string | undefined {
  return BEFORE.exec(text.slice(max(0, start - WINDOW), start))?.[1];
}

function bankAfter({ text, end }: TokenRun): string | undefined {
  AFTER.lastIndex = end;
  return AFTER.exec(text)?.[1];
}
