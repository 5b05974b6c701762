import { Injectable } from '@nestjs/common';
import type { Finding } from './finding.js';
import { maskFinding } from './operators/mask.operator.js';
import { replaceSpans } from './operators/replace-spans.js';
import { RECOGNIZERS } from './recognizers/index.js';
import { resolveOverlaps } from './resolver.js';
import { Scanner } from './scanner.js';
import { fold, originEnd, originOf, type FoldedText } from './text/fold.js';

/** Finds personal data in text. Pure: no state, no input or output, and no value ever kept. */
@Injectable()
export class PiiAnalyzer {
  private readonly scanner = new Scanner(RECOGNIZERS);

  /**
   * Personal data in a text, in order and without overlaps; offsets are UTF-16 units of `text` as given.
   * Time is linear in the length, whatever the text.
   */
  scan(text: string): Finding[] {
    const folded = fold(text);
    const findings = resolveOverlaps(this.scanner.scan(folded.text));
    return folded.origins ? findings.map((finding) => toOriginal(folded, finding)) : findings;
  }

  /**
   * Like `scan`, reading the text as the value of a labelled field: `010…` under `phone`, `홍길동` under `성명`.
   *
   * @param label the property name, in words (`customer name` for `customerName`).
   */
  scanLabelled(label: string, text: string): Finding[] {
    const prefix = `${label}: `;
    return this.scan(prefix + text)
      .filter(({ end }) => end > prefix.length)
      .map((finding) => ({
        ...finding,
        start: Math.max(0, finding.start - prefix.length),
        end: finding.end - prefix.length,
      }));
  }

  /** The text with every finding masked, keeping its format. Masked values are findings no more. */
  mask(text: string): string {
    return replaceSpans(text, this.scan(text), maskFinding);
  }
}

function toOriginal(folded: FoldedText, finding: Finding): Finding {
  return { ...finding, start: originOf(folded, finding.start), end: originEnd(folded, finding.end) };
}
