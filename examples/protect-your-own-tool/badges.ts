import { Module } from '@nestjs/common';
import { PiiRecognizer, startGatehouse, type RecognizedSpan, type TextRecognizer } from 'gatehouse';

/** Badge numbers of this house, such as `GH-1234-X`: four digits and the check letter that belongs to them. */
const BADGE = /\bGH-(\d{4})-([A-Z])\b/g;

@PiiRecognizer('badge')
class BadgeRecognizer implements TextRecognizer {
  *recognize(text: string): Generator<RecognizedSpan> {
    for (const { index, 0: badge, 1: digits, 2: letter } of text.matchAll(BADGE)) {
      const isValid = String.fromCharCode(65 + (Number(digits) % 26)) === letter;
      yield { entityType: 'CUSTOM', start: index, end: index + badge.length, score: isValid ? 0.95 : 0.6 };
    }
  }
}

@Module({ providers: [BadgeRecognizer] })
class BadgesModule {}

await startGatehouse({ modules: [BadgesModule] });
