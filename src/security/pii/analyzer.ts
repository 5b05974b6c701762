import { Injectable } from '@nestjs/common';
import { ENFORCED_TYPES, ENTITY_TYPES, type EntityType } from './entity-types.js';
import type { Finding } from './finding.js';
import { maskFinding } from './operators/mask.operator.js';
import { replaceSpans } from './operators/replace-spans.js';
import { coverTokens } from './operators/tokens/token-text.js';
import { askOwnRecognizer } from './own/ask-own-recognizer.js';
import type { OwnRecognizer } from './own/text-recognizer.js';
import { RECOGNIZERS } from './recognizers/index.js';
import { resolveOverlaps } from './resolver.js';
import { MENTION, Scanner } from './scanner.js';
import { CodeUnits } from './text/code-units.js';
import { fold, originEnd, originOf, type FoldedText } from './text/fold.js';

const units = new CodeUnits();
let scanner: Scanner | undefined;

/**
 * Made for the first text, as that takes longer than many a command runs that scans none. A scan is never interrupted by
 * another, so that all analyzers share one.
 */
function sharedScanner(): Scanner {
  scanner ??= new Scanner(RECOGNIZERS, units);
  return scanner;
}

/** Finds personal data in text. No input or output, and no value ever kept. */
@Injectable()
export class PiiAnalyzer {
  /** Those of developers; mostly none. */
  private readonly own: OwnRecognizer[] = [];

  /** Names of everybody who looks at a text. */
  get recognizerNames(): readonly string[] {
    return [...new Set([...RECOGNIZERS, MENTION, ...this.own].map(({ name }) => name))];
  }

  /** From now on the recognizer looks at every text as well. */
  add(recognizer: OwnRecognizer): void {
    this.own.push(recognizer);
  }

  /**
   * Personal data in a text, in order and without overlaps; offsets are UTF-16 units of `text` as given.
   * Time is linear in the length, whatever the text.
   *
   * @param types what to look for; by default what policies act on without naming it.
   */
  scan(text: string, types: ReadonlySet<EntityType> = ENFORCED_TYPES): Finding[] {
    const { folded, found } = this.read(coverTokens(text));
    // Before overlaps are resolved: a link that nobody asked for must not hide the address in it.
    const candidates = this.withOwn(found, folded.text);
    const isAll = types.size === ENTITY_TYPES.length;
    const wanted = isAll ? candidates : candidates.filter(({ entityType }) => types.has(entityType));
    // In the text as given: two values may have been read from one number in words, which stays whole.
    return resolveOverlaps(folded.origins ? wanted.map((finding) => toOriginal(folded, finding)) : wanted);
  }

  /**
   * Like `scan`, reading the text as the value of a labelled field: `010…` under `phone`, `홍길동` under `성명`.
   *
   * @param label the property name, in words (`customer name` for `customerName`).
   */
  scanLabelled(label: string, text: string, types?: ReadonlySet<EntityType>): Finding[] {
    const prefix = `${label}: `;
    return this.scan(prefix + text, types)
      .filter(({ end }) => end > prefix.length)
      .map((finding) => ({
        ...finding,
        start: Math.max(0, finding.start - prefix.length),
        end: finding.end - prefix.length,
      }));
  }

  /** What the recognizers see in a text, which is laid out only once where nothing in it hides. */
  private read(text: string): { folded: FoldedText; found: Finding[] } {
    units.read(text);
    try {
      const folded = fold(text, units);
      if (folded.origins) {
        units.clear();
        units.read(folded.text);
      }
      return { folded, found: sharedScanner().scanRead() };
    } finally {
      units.clear();
    }
  }

  private withOwn(found: Finding[], text: string): Finding[] {
    if (this.own.length === 0) return found;
    return [...found, ...this.own.flatMap((recognizer) => askOwnRecognizer(recognizer, text))];
  }

  /** The text with every finding masked, keeping its format. Masked values are findings no more. */
  mask(text: string): string {
    return replaceSpans(text, this.scan(text), maskFinding);
  }
}

function toOriginal(folded: FoldedText, finding: Finding): Finding {
  return { ...finding, start: originOf(folded, finding.start), end: originEnd(folded, finding.end) };
}
