import type { Anonymizer } from './anonymizer.js';
import type { OpenedToken } from './operators/encrypt.operator.js';
import { ValueWalker, type TextVisitor } from './structure/value-walker.js';

/** A value with tokens turned back. */
export interface Restored {
  readonly value: unknown;
  /** What was inside of them; empty when there was nothing to turn back. */
  readonly opened: readonly OpenedToken[];
}

/**
 * The value with every token of these origins in clear, wherever it stands: in longer texts, property names, JSON inside
 * of strings.
 *
 * @param numbers whether what was a JSON number becomes one again where the token is all of a string.
 */
export function restoreTokens(
  anonymizer: Anonymizer,
  value: unknown,
  origins: readonly string[],
  { numbers }: { readonly numbers: boolean },
): Restored {
  const visit = new RestoringVisit(anonymizer, origins, numbers);
  return { value: new ValueWalker(visit).walk(value), opened: visit.opened };
}

/** One walk over one value. */
class RestoringVisit implements TextVisitor {
  readonly opened: OpenedToken[] = [];

  constructor(
    private readonly anonymizer: Anonymizer,
    private readonly origins: readonly string[],
    private readonly numbers: boolean,
  ) {}

  value(text: string): number | undefined {
    if (!this.numbers) return undefined;
    const token = this.anonymizer.open(text);
    if (token?.numeric !== true || !this.origins.includes(token.origin)) return undefined;
    const number = Number(token.value);
    // A larger integer than a number holds stays a text.
    if (String(number) !== token.value) return undefined;
    this.opened.push(token);
    return number;
  }

  text(text: string): string {
    return this.anonymizer.restore(text, this.origins, (token) => this.opened.push(token));
  }

  key(name: string): { readonly name: string; readonly shown: string } {
    return { name: this.text(name), shown: name };
  }

  isFieldRoot(): boolean {
    return false;
  }
}
