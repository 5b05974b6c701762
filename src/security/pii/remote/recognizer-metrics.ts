import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram } from 'prom-client';
import { Metrics } from '../../../observability/index.js';
import type { BreakerState } from '../../../common/circuit-breaker.js';
import type { IgnoredSpan } from './read-spans.js';
import type { RecognizerFailure } from './recognizer-failure.js';

type Outcome = 'success' | RecognizerFailure;

const STATES: Readonly<Record<BreakerState, number>> = { closed: 0, half_open: 1, open: 2 };

/** What is known of the remote recognizers: names of recognizers and outcomes, never a text. */
@Injectable()
export class RecognizerMetrics {
  private readonly calls: Counter<'recognizer' | 'outcome'>;
  private readonly seconds: Histogram<'recognizer'>;
  private readonly spans: Counter<'recognizer' | 'reason'>;

  constructor(private readonly metrics: Metrics) {
    const registers = [metrics.registry];
    this.calls = new Counter({
      name: 'gatehouse_pii_recognizer_calls_total',
      help: 'Calls of remote recognizers, and those that were not made because of their breaker or their limit',
      labelNames: ['recognizer', 'outcome'],
      registers,
    });
    this.seconds = new Histogram({
      name: 'gatehouse_pii_recognizer_seconds',
      help: 'How long remote recognizers took',
      labelNames: ['recognizer'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    });
    this.spans = new Counter({
      name: 'gatehouse_pii_recognizer_ignored_spans_total',
      help: 'Spans of remote recognizers that were not taken',
      labelNames: ['recognizer', 'reason'],
      registers,
    });
  }

  /** Begins a call; the returned function ends it. */
  start(recognizer: string): (outcome: Outcome) => void {
    const observe = this.seconds.startTimer({ recognizer });
    return (outcome) => {
      observe();
      this.count(recognizer, outcome);
    };
  }

  count(recognizer: string, outcome: Outcome): void {
    this.calls.inc({ recognizer, outcome });
  }

  ignored(recognizer: string, reason: IgnoredSpan): void {
    this.spans.inc({ recognizer, reason });
  }

  /** Shows the state of every breaker: 0 closed, 1 trying again, 2 open. */
  watchBreakers(breakers: readonly { readonly name: string; readonly state: BreakerState }[]): void {
    if (breakers.length === 0) return;
    new Gauge({
      name: 'gatehouse_pii_recognizer_breaker_state',
      help: '0 closed, 1 trying again, 2 open: calls are not made',
      labelNames: ['recognizer'],
      registers: [this.metrics.registry],
      collect() {
        for (const { name, state } of breakers) this.set({ recognizer: name }, STATES[state]);
      },
    });
  }
}
