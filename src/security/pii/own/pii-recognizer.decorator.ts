import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { TextRecognizer } from './text-recognizer.js';

export const PII_RECOGNIZER_METADATA = 'gatehouse:pii-recognizer';

const NAME = /^[a-z][a-z0-9-]{0,31}$/;

type RecognizerClass = new (...dependencies: never[]) => TextRecognizer;

/**
 * Declares a class a recognizer of one's own: `@PiiRecognizer('badge')`. Listed as a provider of any module it looks
 * at every text beside the built-in recognizers; what it finds meets the same policies.
 *
 * @param name stands in findings, for example `badge`.
 * @throws TypeError when the name is not 1 to 32 lower-case letters, digits and hyphens.
 */
export function PiiRecognizer(name: string): (target: RecognizerClass) => void {
  if (!NAME.test(name)) {
    throw new TypeError(
      `@PiiRecognizer(): ${JSON.stringify(name)} is not 1 to 32 lower-case letters, digits and hyphens`,
    );
  }
  return applyDecorators(Injectable(), SetMetadata(PII_RECOGNIZER_METADATA, name));
}
