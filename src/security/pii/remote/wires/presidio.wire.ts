import { entityTypesByPresidioName } from '../../presidio-names.js';
import { listsOf, type Wire } from './wire.js';

interface RecognizerResult {
  readonly entity_type?: unknown;
  readonly start?: unknown;
  readonly end?: unknown;
  readonly score?: unknown;
}

/** `POST /analyze` of Presidio's analyzer, and of whatever speaks like it. */
export const presidioWire: Wire = {
  namesLanguage: true,
  // Versions before 2.2.356 take one text only: for them `max_batch` is 1.
  bodyOf: ({ texts, language, minScore }) => ({
    text: texts.length === 1 ? texts[0] : texts,
    language,
    score_threshold: minScore,
  }),
  spansOf: (answer, texts) =>
    listsOf(answer, texts.length)?.map((results) =>
      results.map(({ entity_type: label, start, end, score }: RecognizerResult) => ({
        label,
        start,
        end,
        score,
      })),
    ),
  usualEntities: entityTypesByPresidioName(),
};
