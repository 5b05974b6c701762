/** What a service says of one text, in its own words and its own offsets; nothing of it is checked yet. */
export interface RawSpan {
  readonly label: unknown;
  readonly start: unknown;
  readonly end: unknown;
  readonly score: unknown;
}

/** Texts that go in one request. */
export interface Question {
  readonly texts: readonly string[];
  /** ISO 639-1. */
  readonly language: string;
  /** Below it nothing is of interest. */
  readonly minScore: number;
}

/** How one kind of service is asked and understood. A new kind is a file in this folder and a line in its list. */
export interface Wire {
  /** Whether the body says which language the texts are in; then texts of different languages go apart. */
  readonly namesLanguage: boolean;
  bodyOf(question: Question): object;
  /** Spans for each text, in the order of the texts; undefined when the answer is of another shape. */
  spansOf(answer: unknown, texts: readonly string[]): readonly (readonly RawSpan[])[] | undefined;
  /** What its labels usually mean here, where the operator says nothing. */
  readonly usualEntities: Readonly<Record<string, string>>;
}

/** More spans than this in one text are no recognition. */
const MAX_SPANS = 20_000;

/**
 * The answer as one list of items per text. One text alone may be answered by its bare list.
 */
export function listsOf(answer: unknown, count: number): readonly (readonly object[])[] | undefined {
  if (!Array.isArray(answer)) return undefined;
  const items = answer as readonly unknown[];
  const lists = count === 1 && !items.every(Array.isArray) ? [items] : items;
  if (count === 1 && items.length === 0) return [[]];
  if (lists.length !== count || !lists.every(isListOfObjects)) return undefined;
  return lists as readonly (readonly object[])[];
}

function isListOfObjects(list: unknown): boolean {
  return (
    Array.isArray(list) &&
    list.length <= MAX_SPANS &&
    list.every((item) => typeof item === 'object' && item !== null)
  );
}
