import { firstSignal } from '../../../common/first-signal.js';
import { Logger } from '@nestjs/common';
import type { Clock } from '../../../common/clock.js';
import type { RemoteRecognizerConfiguration } from '../../../config/index.js';
import { FetchRefusedError, type FetchedResponse, type GuardedFetcher } from '../../fetch/index.js';
import type { EntityType } from '../entity-types.js';
import type { Finding } from '../finding.js';
import { CircuitBreaker, type BreakerState } from '../../../common/circuit-breaker.js';
import { planQuestions, questionOf, type PlannedQuestion } from './plan-questions.js';
import { readSpans, type SpanRules } from './read-spans.js';
import { RecognizerFailedError, type RecognizerFailure } from './recognizer-failure.js';
import type { RecognizerMetrics } from './recognizer-metrics.js';
import { Slots } from './slots.js';
import { WIRES } from './wires/index.js';
import type { RawSpan, Wire } from './wires/wire.js';

/** An answer larger than this recognizes nothing. */
const MAX_ANSWER_BYTES = 4_194_304;

const FAILURES: Readonly<Record<string, RecognizerFailure>> = {
  cancelled: 'cancelled',
  malformed_answer: 'malformed_answer',
  too_slow: 'too_slow',
  unreachable: 'unreachable',
  unresolvable: 'unreachable',
};

type Lists = readonly (readonly RawSpan[])[];

/** Findings by the text they are in, in its UTF-16 units; they may overlap. */
export type FindingsByText = Map<string, Finding[]>;

/** One service elsewhere that finds personal data: asked within its budget, left alone while it fails, never believed blindly. */
export class RemoteRecognizer {
  private readonly logger = new Logger(RemoteRecognizer.name);
  private readonly wire: Wire;
  private readonly slots: Slots;
  private readonly breaker: CircuitBreaker;
  private readonly rules: SpanRules;

  constructor(
    private readonly settings: RemoteRecognizerConfiguration,
    entities: ReadonlyMap<string, EntityType>,
    private readonly fetcher: GuardedFetcher,
    private readonly metrics: RecognizerMetrics,
    clock: Clock,
  ) {
    const { name, kind, maxConcurrency, breakerFailures: failures, breakerOpenMs: openMs } = settings;
    this.wire = WIRES[kind];
    this.slots = new Slots(maxConcurrency);
    this.breaker = new CircuitBreaker({ failures, openMs }, clock, (isOpen) => this.report(isOpen));
    this.rules = { ...settings, recognizer: name, entities };
  }

  get name(): string {
    return this.settings.name;
  }

  get state(): BreakerState {
    return this.breaker.state;
  }

  /**
   * What it finds in the texts, all of them within one budget.
   *
   * @param signal calls it off.
   * @throws RecognizerFailedError when one of the texts got no answer.
   */
  async find(texts: readonly string[], signal?: AbortSignal): Promise<FindingsByText> {
    const found: FindingsByText = new Map();
    const failed = new AbortController();
    const ends = firstSignal(
      AbortSignal.timeout(this.settings.budgetMs),
      failed.signal,
      ...(signal === undefined ? [] : [signal]),
    );
    try {
      const questions = planQuestions(texts, this.settings);
      await Promise.all(questions.map((question) => this.ask(question, found, ends)));
      return found;
    } finally {
      // One text without an answer is no answer: the others need not be waited for.
      failed.abort();
    }
  }

  private async ask(question: PlannedQuestion, found: FindingsByText, signal: AbortSignal): Promise<void> {
    if (!(await this.slots.enter(signal))) throw this.unasked(isTimeout(signal) ? 'busy' : 'cancelled');
    try {
      if (!this.breaker.tryPass()) throw this.unasked('breaker_open');
      const lists = await this.answerTo(question, signal);
      question.pieces.forEach((piece, index) => {
        const findings = readSpans(lists[index] ?? [], piece.text, this.rules, (why) =>
          this.metrics.ignored(this.name, why),
        );
        add(found, piece.source, findings, piece.offset);
      });
    } finally {
      this.slots.leave();
    }
  }

  /** Between `tryPass` and its outcome. */
  private async answerTo(question: PlannedQuestion, signal: AbortSignal): Promise<Lists> {
    const stop = this.metrics.start(this.name);
    try {
      const lists = await this.post(question, signal);
      this.breaker.succeed();
      stop('success');
      return lists;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.reason === 'cancelled') this.breaker.release();
      else this.breaker.fail();
      stop(failure.reason);
      throw failure;
    }
  }

  private async post(question: PlannedQuestion, signal: AbortSignal): Promise<Lists> {
    const { url, budgetMs, credential, minScore } = this.settings;
    const response = await this.fetcher.fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(credential && { [credential.header]: credential.value }),
      },
      body: JSON.stringify(this.wire.bodyOf(questionOf(question, minScore))),
      maximumBytes: MAX_ANSWER_BYTES,
      timeoutMs: budgetMs,
      signal,
      allowPlainHttp: true,
    });
    if (response.status !== 200) throw new RecognizerFailedError('status');
    const texts = question.pieces.map(({ text }) => text);
    const lists = this.wire.spansOf(parse(response), texts);
    if (lists === undefined) throw new RecognizerFailedError('malformed_answer');
    return lists;
  }

  private unasked(reason: RecognizerFailure): RecognizerFailedError {
    this.metrics.count(this.name, reason);
    return new RecognizerFailedError(reason);
  }

  private report(isOpen: boolean): void {
    if (isOpen)
      this.logger.warn({ msg: 'a recognizer fails and is left alone for a while', recognizer: this.name });
    else this.logger.log({ msg: 'a recognizer answers again', recognizer: this.name });
  }
}

function parse({ body }: FetchedResponse): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

function add(found: FindingsByText, text: string, findings: readonly Finding[], offset: number): void {
  const known = found.get(text) ?? [];
  found.set(text, known);
  for (const finding of findings)
    known.push({ ...finding, start: finding.start + offset, end: finding.end + offset });
}

function isTimeout({ reason }: AbortSignal): boolean {
  return (reason as Error | undefined)?.name === 'TimeoutError';
}

/** What the guard refuses, in the few words that an operator needs. */
function failureOf(error: unknown): RecognizerFailedError {
  if (error instanceof RecognizerFailedError) return error;
  const reason = error instanceof FetchRefusedError ? error.reason : 'malformed_answer';
  const known = FAILURES[reason] ?? 'refused';
  return new RecognizerFailedError(known, { cause: error });
}
