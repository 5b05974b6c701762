import type { Value } from './values.js';

/** What was planted and how, to be told when it comes out. */
export interface Planting {
  readonly value: Value;
  readonly shape: string;
  /** As it stands in the message; never to be seen again. */
  readonly written: unknown;
}

/**
 * Long runs of lower case letters and a few digits, as tokens have them: nothing that is planted looks like that in any of
 * its writings, and searching them takes half of the time.
 */
const SEALED = /[a-z2-7]{60,}/g;

/** Plantings that can still be read in what came out. Knows nothing of how the service looks for them. */
export function leaksIn(output: unknown, plantings: readonly Planting[]): Planting[] {
  const said = new Set<string>();
  gather(output, said, 0);
  const all = [...said].join('\n').replace(SEALED, '');
  return plantings.filter(({ value, written }) => isIn(all, value, written));
}

function isIn(all: string, { text, plain }: Value, written: unknown): boolean {
  if (all.includes(text)) return true;
  if (plain && /^\d/.test(text) && all.includes(text.replaceAll('-', '').replace(/^0/, ''))) return true;
  return typeof written === 'string' && !written.includes(text) && all.includes(written);
}

/** Everything a reader with patience can make out: texts, names, numbers, and what they decode to. */
function gather(value: unknown, said: Set<string>, depth: number): void {
  if (depth > 40) return;
  if (typeof value === 'string') return gatherText(value, said, depth);
  if (typeof value === 'number' || typeof value === 'bigint') return void said.add(String(value));
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Uint8Array) return gatherText(Buffer.from(value).toString('utf8'), said, depth + 1);
  if (Array.isArray(value)) gatherJoined(value, said, depth);
  for (const [name, member] of Object.entries(value)) {
    gatherText(name, said, depth + 1);
    gather(member, said, depth + 1);
  }
}

function gatherJoined(items: readonly unknown[], said: Set<string>, depth: number): void {
  if (items.every((item) => typeof item === 'string')) said.add(items.join(''));
  if (items.every((item) => typeof item === 'number' && item >= 0 && item < 256))
    gatherText(Buffer.from(items as number[]).toString('utf8'), said, depth + 1);
}

function gatherText(text: string, said: Set<string>, depth: number): void {
  if (said.has(text)) return;
  said.add(text);
  for (const reading of readings(text)) gather(reading, said, depth + 1);
}

function* readings(text: string): Generator<unknown> {
  if (text !== text.normalize('NFKC')) yield text.normalize('NFKC');
  if (/^\s*["[{]/.test(text)) yield parsed(text);
  for (const [run] of text.replace(SEALED, ' ').matchAll(/[\w+/=-]{12,}/g)) yield* ofRun(run);
  if (text.includes('%')) yield text.replace(/(?:%[0-9a-f]{2})+/gi, fromPercent);
  if (text.includes('&#'))
    yield text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)));
  if (text.includes('\\u'))
    yield text.replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

function* ofRun(run: string): Generator<string> {
  if (/^[0-9a-f]+$/i.test(run)) yield readable(Buffer.from(run, 'hex'));
  yield readable(Buffer.from(run, 'base64'));
}

function readable(octets: Buffer): string {
  const text = octets.toString('utf8');
  return text.includes('\ufffd') ? '' : text;
}

function fromPercent(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
