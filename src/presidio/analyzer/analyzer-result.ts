/** One finding in Presidio's words. */
export interface AnalyzerResult {
  readonly entity_type: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly analysis_explanation: AnalysisExplanation | null;
  readonly recognition_metadata: {
    readonly recognizer_name: string;
    readonly recognizer_identifier: string;
  };
}

interface AnalysisExplanation {
  readonly recognizer: string;
  readonly pattern_name: null;
  readonly pattern: null;
  readonly original_score: number;
  readonly score: number;
  readonly textual_explanation: string;
  readonly score_context_improvement: number;
  readonly supportive_context_word: string;
  readonly validation_result: null;
}

/** What was found, before it is said in the caller's offsets. */
export interface NamedFinding {
  readonly entityType: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly recognizer: string;
}

/** @param explains whether the caller asked how it was decided. */
export function toAnalyzerResult(
  { entityType, start, end, score, recognizer }: NamedFinding,
  explains: boolean,
): AnalyzerResult {
  return {
    entity_type: entityType,
    start,
    end,
    score,
    analysis_explanation: explains ? explanationOf(recognizer, score) : null,
    recognition_metadata: { recognizer_name: recognizer, recognizer_identifier: `gatehouse/${recognizer}` },
  };
}

/** Our recognizers weigh pattern, context and checksum at once: there is one score, and no pattern to show. */
function explanationOf(recognizer: string, score: number): AnalysisExplanation {
  return {
    recognizer,
    pattern_name: null,
    pattern: null,
    original_score: score,
    score,
    textual_explanation: `Decided by the recognizer ${recognizer}`,
    score_context_improvement: 0,
    supportive_context_word: '',
    validation_result: null,
  };
}
