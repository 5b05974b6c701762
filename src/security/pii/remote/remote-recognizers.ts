import { Injectable } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { Readiness } from '../../../common/readiness.js';
import {
  Configuration,
  ConfigurationError,
  type RemoteRecognizerConfiguration,
} from '../../../config/index.js';
import { GuardedFetcher } from '../../fetch/index.js';
import { ENTITY_TYPES, type EntityType } from '../entity-types.js';
import type { Finding } from '../finding.js';
import { coverTokens, findTokens } from '../operators/tokens/token-text.js';
import { RecognizerMetrics } from './recognizer-metrics.js';
import { RecognizerFailedError } from './recognizer-failure.js';
import { RemoteRecognizer, type FindingsByText } from './remote-recognizer.js';
import { WIRES } from './wires/index.js';

export interface RemoteAnswer {
  readonly findings: FindingsByText;
  /** Names of the recognizers that gave no answer; what they would have found is missing. */
  readonly failed: readonly string[];
}

/** Nothing without two letters in a row holds a name. */
const HOLDS_WORDS = /\p{L}{2}/u;

const KNOWN: ReadonlySet<string> = new Set(ENTITY_TYPES);

/** Every remote recognizer that is configured; mostly none, and then nothing here costs anything. */
@Injectable()
export class RemoteRecognizers {
  readonly recognizers: readonly RemoteRecognizer[];

  constructor(
    { remoteRecognizers }: Configuration,
    fetcher: GuardedFetcher,
    metrics: RecognizerMetrics,
    clock: Clock,
    readiness: Readiness,
  ) {
    this.recognizers = remoteRecognizers.map(
      (settings) => new RemoteRecognizer(settings, entitiesOf(settings), fetcher, metrics, clock),
    );
    metrics.watchBreakers(this.recognizers);
    for (const recognizer of this.recognizers)
      readiness.registerDegradation(`recognizer ${recognizer.name}`, () => degradationOf(recognizer));
  }

  /** Whether there is anybody to ask; callers that find nobody stay synchronous. */
  get isConfigured(): boolean {
    return this.recognizers.length > 0;
  }

  /** Asks all recognizers at once about the texts that may hold names. Never throws for a service that fails. */
  async find(texts: Iterable<string>, signal?: AbortSignal): Promise<RemoteAnswer> {
    // What is encrypted is nobody's to read.
    const covered = new Map(Array.from(texts, (text) => [text, coverTokens(text)]));
    const asked = [...new Set(covered.values())].filter((text) => HOLDS_WORDS.test(text));
    if (asked.length === 0) return { findings: new Map(), failed: [] };
    const found: FindingsByText = new Map();
    const failures = await Promise.all(
      this.recognizers.map((recognizer) => this.ask(recognizer, asked, found, signal)),
    );
    const findings: FindingsByText = new Map();
    for (const [text, sent] of covered) {
      const inText = found.get(sent);
      if (inText !== undefined) findings.set(text, besideTokens(text, inText));
    }
    return { findings, failed: failures.flatMap((name) => name ?? []) };
  }

  private async ask(
    recognizer: RemoteRecognizer,
    texts: readonly string[],
    findings: FindingsByText,
    signal: AbortSignal | undefined,
  ): Promise<string | undefined> {
    try {
      for (const [text, found] of await recognizer.find(texts, signal))
        findings.set(text, [...(findings.get(text) ?? []), ...found]);
      return undefined;
    } catch (error) {
      if (error instanceof RecognizerFailedError) return recognizer.name;
      throw error;
    }
  }
}

/** A finding that takes in a token would break it. */
function besideTokens(text: string, findings: readonly Finding[]): Finding[] {
  const tokens = findings.length === 0 ? [] : findTokens(text);
  if (tokens.length === 0) return [...findings];
  const inOrder = [...findings].sort((a, b) => a.start - b.start);
  let next = 0;
  return inOrder.filter(({ start, end }) => {
    while (next < tokens.length && tokens[next]!.end <= start) next++;
    return next === tokens.length || tokens[next]!.start >= end;
  });
}

/** @throws ConfigurationError for types that do not exist. */
function entitiesOf({
  name,
  kind,
  entities,
}: RemoteRecognizerConfiguration): ReadonlyMap<string, EntityType> {
  const given = Object.entries(entities ?? WIRES[kind].usualEntities);
  const unknown = given.map(([, type]) => type).filter((type) => !KNOWN.has(type));
  if (unknown.length === 0) return new Map(given as [string, EntityType][]);
  throw new ConfigurationError([
    `PII_RECOGNIZERS_FILE: ${name}: there is no entity type ${[...new Set(unknown)].join(', ')}; ` +
      `the types are ${ENTITY_TYPES.join(', ')}`,
  ]);
}

function degradationOf({ state }: RemoteRecognizer): string | undefined {
  return state === 'closed' ? undefined : 'does not answer; it is asked again shortly';
}
