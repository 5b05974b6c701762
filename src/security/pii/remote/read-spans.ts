import type { EntityType } from '../entity-types.js';
import { REPORT_THRESHOLD, type Finding } from '../finding.js';
import { OffsetMap } from '../text/offset-map.js';
import type { RawSpan } from './wires/wire.js';

/** Why a span of an answer was not taken. */
export type IgnoredSpan = 'malformed' | 'out_of_range' | 'inside_character' | 'unsure' | 'other_label';

export interface SpanRules {
  readonly recognizer: string;
  readonly entities: ReadonlyMap<string, EntityType>;
  readonly minScore: number;
  readonly maxScore: number;
  readonly offsets: 'code_points' | 'utf-16';
}

/**
 * The findings among the spans of one text. A service may answer anything: what does not fit the text, or is of no
 * interest, is left out and told to `ignore`.
 */
export function readSpans(
  spans: readonly RawSpan[],
  text: string,
  rules: SpanRules,
  ignore: (why: IgnoredSpan) => void,
): Finding[] {
  const map = new OffsetMap(text);
  return spans.flatMap((span) => {
    const finding = readSpan(span, text, map, rules);
    if (typeof finding !== 'string') return [finding];
    ignore(finding);
    return [];
  });
}

function readSpan(span: RawSpan, text: string, map: OffsetMap, rules: SpanRules): Finding | IgnoredSpan {
  const { label, score } = span;
  if (typeof label !== 'string' || typeof score !== 'number' || !(score >= 0 && score <= 1))
    return 'malformed';
  const entityType = rules.entities.get(label);
  if (entityType === undefined) return 'other_label';
  if (score < rules.minScore) return 'unsure';
  const place = placeOf(span, text, map, rules.offsets);
  return typeof place === 'string'
    ? place
    : { entityType, ...place, score: scoreOf(score, rules), recognizer: rules.recognizer };
}

function placeOf(
  { start: first, end: last }: RawSpan,
  text: string,
  map: OffsetMap,
  offsets: SpanRules['offsets'],
): { start: number; end: number } | IgnoredSpan {
  if (!isOffset(first) || !isOffset(last)) return 'malformed';
  const [start, end] = offsets === 'utf-16' ? [first, last] : [map.toUtf16(first), map.toUtf16(last)];
  if (start === undefined || end === undefined || start >= end || end > text.length) return 'out_of_range';
  if (map.isInsidePair(start) || map.isInsidePair(end)) return 'inside_character';
  return withoutBlanks(text, start, end) ?? 'malformed';
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Tokenizers count the blank before a word to the word. */
function withoutBlanks(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const value = text.slice(start, end);
  const trimmed = value.trim();
  if (trimmed === '') return undefined;
  const from = start + value.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/** From what the service reports to what counts here: its least sure finding is still one, its surest proves nothing. */
function scoreOf(score: number, { minScore, maxScore }: SpanRules): number {
  const sureness = (score - minScore) / (1 - minScore);
  return REPORT_THRESHOLD + sureness * (maxScore - REPORT_THRESHOLD);
}
