import type { Finding } from '../finding.js';
import type { OwnRecognizer, RecognizedSpan } from './text-recognizer.js';

/**
 * What a developer's recognizer finds in a text.
 *
 * @throws RangeError when a span is no part of the text: a mistake in the code must not let data pass unseen.
 */
export function askOwnRecognizer({ name, recognize }: OwnRecognizer, text: string): Finding[] {
  return Array.from(recognize(text), (span) => {
    if (!isPart(span, text)) throw new RangeError(`the recognizer ${name} found what is no part of the text`);
    const { entityType, start, end, score } = span;
    return { entityType, start, end, score, recognizer: name };
  });
}

function isPart({ start, end, score }: RecognizedSpan, text: string): boolean {
  const isPlace = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length;
  return isPlace && start < end && score >= 0 && score <= 1;
}
