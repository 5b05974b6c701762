import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { PiiAnalyzer, PiiDetection, RemoteRecognizers } from '../../security/index.js';
import { countByType } from '../count-by-type.js';
import type { AnalyzeRequest } from './analyze-request.schema.js';
import { toAnalyzerResult, type AnalyzerResult } from './analyzer-result.js';
import { Search } from './search.js';

/** Answers Presidio's analyze requests with our detector. */
@Injectable()
export class Analysis {
  constructor(
    private readonly detection: PiiDetection,
    private readonly analyzer: PiiAnalyzer,
    private readonly remote: RemoteRecognizers,
    private readonly audit: AuditTrail,
  ) {}

  /** Names of everybody who looks: the rules', then those of services elsewhere. */
  get recognizers(): readonly string[] {
    return [...this.analyzer.recognizerNames, ...this.remote.recognizers.map(({ name }) => name)];
  }

  /**
   * One list of results for each text.
   *
   * @throws UnprocessableRequestError for regular expressions, and when no entity asked for is known.
   * @throws ServiceUnavailableError while a remote recognizer that is configured gives no answer.
   */
  async analyze(
    texts: readonly string[],
    request: AnalyzeRequest,
    signal?: AbortSignal,
  ): Promise<AnalyzerResult[][]> {
    const search = new Search(request);
    const findings = await this.detection.analyzeAll(texts, { signal, types: search.types });
    const results = texts.map((text, index) =>
      search
        .resultsOf(text, findings[index] ?? [])
        .map((found) => toAnalyzerResult(found, request.return_decision_process ?? false)),
    );
    await this.audit.record({
      eventType: 'pii.analyzed',
      outcome: 'success',
      target: { type: 'route', id: 'POST /pii/analyze' },
      details: {
        texts: texts.length,
        entities: countByType(results.flat().map((result) => result.entity_type)),
      },
    });
    return results;
  }
}
