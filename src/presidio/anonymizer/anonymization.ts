import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEventType } from '../../audit/index.js';
import type { Principal } from '../../common/principal.js';
import { Anonymizer, BlindIndex } from '../../security/index.js';
import { countByType } from '../count-by-type.js';
import { TextOffsets } from '../text-offsets.js';
import type { Offsets } from '../wire-schema.js';
import type { AnonymizeRequest, DeanonymizeRequest } from './anonymize-request.schema.js';
import { OperatorChoice } from './operator-choice.js';
import { createAnonymizers, createDeanonymizers } from './operators/index.js';
import type { WireOperator } from './operators/wire-operator.js';
import { replaceResults, type ReplacedText } from './replace-results.js';
import { joinNeighbours, resolveResults, type Result } from './resolve-results.js';

interface WireResult {
  readonly start: number;
  readonly end: number;
  readonly entity_type: string;
  readonly score?: number;
}

/** Answers Presidio's anonymize and deanonymize requests with our operators. */
@Injectable()
export class Anonymization {
  private readonly anonymizers: ReadonlyMap<string, WireOperator>;
  private readonly deanonymizers: ReadonlyMap<string, WireOperator>;

  constructor(
    anonymizer: Anonymizer,
    index: BlindIndex,
    private readonly audit: AuditTrail,
  ) {
    this.anonymizers = createAnonymizers(anonymizer, index);
    this.deanonymizers = createDeanonymizers(anonymizer, index);
  }

  get anonymizerNames(): string[] {
    return [...this.anonymizers.keys()];
  }

  get deanonymizerNames(): string[] {
    return [...this.deanonymizers.keys()];
  }

  /** @throws UnprocessableRequestError for offsets outside of the text, and operators and settings that are not good. */
  async anonymize(request: AnonymizeRequest, caller: Principal): Promise<ReplacedText> {
    const { text, offsets, anonymizers, analyzer_results: results } = request;
    const choice = new OperatorChoice(this.anonymizers, anonymizers, { type: 'replace' }, caller);
    const found = joinNeighbours(placed(results, text, offsets), text);
    const replaced = replace(text, found, choice, offsets);
    await this.record('pii.anonymized', 'anonymize', replaced);
    return replaced;
  }

  /** @throws UnprocessableRequestError also for values that were not encrypted for this caller with this key. */
  async deanonymize(request: DeanonymizeRequest, caller: Principal): Promise<ReplacedText> {
    const { text, offsets, deanonymizers, anonymizer_results: results } = request;
    const choice = new OperatorChoice(this.deanonymizers, deanonymizers, { type: 'decrypt' }, caller);
    const replaced = replace(text, placed(results, text, offsets), choice, offsets);
    await this.record('pii.deanonymized', 'deanonymize', replaced);
    return replaced;
  }

  /** The types, never a value. */
  private record(eventType: AuditEventType, endpoint: string, { items }: ReplacedText): Promise<void> {
    return this.audit.record({
      eventType,
      outcome: 'success',
      target: { type: 'route', id: `POST /pii/${endpoint}` },
      details: {
        entities: countByType(items.map((item) => item.entity_type)),
        operators: [...new Set(items.map(({ operator }) => operator))],
      },
    });
  }
}

/** In our offsets, in order and without overlaps. */
function placed(results: readonly WireResult[], text: string, unit: Offsets): Result[] {
  const map = new TextOffsets(text, unit);
  return resolveResults(
    results.map((result) => ({
      ...map.fromWire(result),
      entityType: result.entity_type,
      score: result.score ?? 1,
    })),
  );
}

function replace(
  text: string,
  results: readonly Result[],
  choice: OperatorChoice,
  unit: Offsets,
): ReplacedText {
  const replacements = results.map(({ entityType, start, end }) => {
    const { name: operator, apply } = choice.for(entityType);
    return { entityType, start, end, operator, text: apply(text.slice(start, end), entityType) };
  });
  return replaceResults(text, replacements, unit);
}
