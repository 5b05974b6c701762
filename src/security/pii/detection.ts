import { Injectable } from '@nestjs/common';
import { PiiAnalyzer } from './analyzer.js';
import { ENFORCED_TYPES, type EntityType } from './entity-types.js';
import type { Finding } from './finding.js';
import { mergeFindings } from './merge-findings.js';
import { maskFinding } from './operators/mask.operator.js';
import { replaceSpans } from './operators/replace-spans.js';
import { RecognizersUnavailableError } from './remote/recognizers-unavailable.error.js';
import { RemoteRecognizers } from './remote/remote-recognizers.js';

export interface DetectionOptions {
  /** Calls off what is asked of others. */
  readonly signal?: AbortSignal | undefined;
  /** What to look for; by default what policies act on without naming it. */
  readonly types?: ReadonlySet<EntityType>;
  /** What happens while a remote recognizer fails: an error, or what the rules find alone. `reject` when left out. */
  readonly onRecognizerFailure?: 'reject' | 'rules-only';
}

/**
 * Finds personal data by the rules and by every remote recognizer that is configured. Without one it is
 * `PiiAnalyzer` behind a promise.
 */
@Injectable()
export class PiiDetection {
  constructor(
    private readonly analyzer: PiiAnalyzer,
    private readonly remote: RemoteRecognizers,
  ) {}

  /**
   * Personal data in a text, in order and without overlaps; offsets are UTF-16 units.
   *
   * @throws RecognizersUnavailableError when a remote recognizer gives no answer, unless the rules are to do.
   */
  async analyze(text: string, options: DetectionOptions = {}): Promise<readonly Finding[]> {
    const [findings = []] = await this.analyzeAll([text], options);
    return findings;
  }

  /** Like `analyze`, for many texts with as few questions to others as possible. */
  async analyzeAll(
    texts: readonly string[],
    options: DetectionOptions = {},
  ): Promise<(readonly Finding[])[]> {
    const { types = ENFORCED_TYPES } = options;
    const local = texts.map((text) => this.analyzer.scan(text, types));
    if (!this.remote.isConfigured) return local;
    const { findings, failed } = await this.remote.find(texts, options.signal);
    if (failed.length > 0 && options.onRecognizerFailure !== 'rules-only')
      throw new RecognizersUnavailableError(failed);
    return texts.map((text, index) => mergeFindings(local[index]!, findings.get(text), types));
  }

  /** The text with every finding masked, keeping its format. */
  async mask(text: string, options: DetectionOptions = {}): Promise<string> {
    return replaceSpans(text, await this.analyze(text, options), maskFinding);
  }
}
