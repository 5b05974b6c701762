/** A tool as a server describes it. */
export type Definition = Readonly<Record<string, unknown>>;

/** What may differ from one list to the next and says nothing to a model. */
const NOT_PINNED = new Set(['_meta']);

/** The definition as text that is equal for equal ones, in whatever order a server writes its members. */
export function canonicalText(definition: Definition): string {
  const pinned = Object.entries(definition).filter(([name]) => !NOT_PINNED.has(name));
  return JSON.stringify(inOrder(Object.fromEntries(pinned)));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, inOrder(member)]));
}

/** Joiners and variation selectors: one at a time they shape the letters and emoji around them. */
const SHAPING = '(?:\\u200c|\\u200d|(?![\\u{e0000}-\\u{e0fff}])\\p{Variation_Selector})';
/**
 * Characters that a person does not see and a model reads: whatever Unicode lets a renderer leave out (zero-width and
 * direction marks, tags, fillers), blanks, annotations, and controls, which JSON writes as escapes up to U+001F only.
 */
const UNSEEN = `(?!${SHAPING})\\p{Default_Ignorable_Code_Point}|[\\p{Cc}\\u2800\\ufff9-\\ufffb]`;
/** ASCII has no shapes to choose from. */
const AMONG_ASCII = `(?<=^|\\p{ASCII})${SHAPING}(?=\\p{ASCII}|$)`;
/** Several in a row shape nothing, but for an emoji that is told to be one and joined to the next (UTS 51, ZWJ sequences). */
const JOINED_EMOJI = '(?<=\\p{Extended_Pictographic})\\ufe0f\\u200d(?=\\p{Extended_Pictographic})';
const IN_A_ROW = `(?<!${SHAPING})(?!${JOINED_EMOJI})${SHAPING}{2,}`;
const HIDDEN = new RegExp(`${UNSEEN}|${AMONG_ASCII}|${IN_A_ROW}`, 'u');

/** Whether the definition says something that nobody sees who approves it. */
export function hidesText(definition: Definition): boolean {
  return HIDDEN.test(canonicalText(definition));
}

/** The text with what is hidden in it written out. */
export function visibleText(text: string): string {
  return text.replace(new RegExp(HIDDEN, 'gu'), (hidden) =>
    [...hidden].map((character) => `\\u{${character.codePointAt(0)!.toString(16)}}`).join(''),
  );
}
