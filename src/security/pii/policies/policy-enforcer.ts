import { Injectable, Optional } from '@nestjs/common';
import type { PiiFinding, PolicyDecision } from '../../../common/policy-decision.js';
import { PiiAnalyzer } from '../analyzer.js';
import { Anonymizer } from '../anonymizer.js';
import { restoreTokens, type Restored } from '../restore-tokens.js';
import type { FindingsByText } from '../remote/remote-recognizer.js';
import { RecognizersUnavailableError } from '../remote/recognizers-unavailable.error.js';
import { RemoteRecognizers } from '../remote/remote-recognizers.js';
import { TextCollector } from '../structure/text-collector.js';
import { ValueWalker } from '../structure/value-walker.js';
import { rulesOf, type Direction, type ResolvedPiiPolicy } from './pii-policy.js';
import { PolicyVisit } from './policy-visit.js';

export interface Enforcement {
  /** The value as the policy leaves it; the very same when nothing changed. */
  readonly value: unknown;
  readonly decision: PolicyDecision;
  /** Findings that the policy does not admit; empty unless an action is `reject`. */
  readonly rejected: readonly PiiFinding[];
}

/** Applies one policy to one value, in one direction. */
@Injectable()
export class PolicyEnforcer {
  constructor(
    private readonly analyzer: PiiAnalyzer,
    private readonly anonymizer: Anonymizer,
    @Optional() private readonly remote?: RemoteRecognizers,
  ) {}

  /** Whether others are asked about the values of a call under this policy. */
  asks(policy: ResolvedPiiPolicy): boolean {
    return this.remote?.isConfigured === true && (mayChange(policy, 'in') || mayChange(policy, 'out'));
  }

  /**
   * Like `enforce`, with what remote recognizers find as well: one walk collects the texts, one question asks about
   * all of them, a second walk applies the policy.
   *
   * @throws RecognizersUnavailableError when one gives no answer and the policy does not make do with the rules.
   */
  async enforceAsking(
    value: unknown,
    policy: ResolvedPiiPolicy,
    direction: Direction,
    origin: string,
    signal?: AbortSignal,
  ): Promise<Enforcement> {
    // What nobody changes, nobody is asked about: it would leave the house for nothing.
    if (this.remote === undefined || !mayChange(policy, direction))
      return this.enforce(value, policy, direction, origin);
    const { texts } = new TextCollector(value);
    const { findings, failed } = await this.remote.find(texts, signal);
    if (failed.length > 0 && policy.onRecognizerFailure === 'reject')
      throw new RecognizersUnavailableError(failed);
    return this.enforce(value, policy, direction, origin, findings);
  }

  /**
   * @param origin the tool or route, for example `tool:create_ticket`; encrypted values are bound to it.
   * @param remote what others have found.
   * @throws ScanLimitError when the value is too deep or too large to be checked.
   */
  enforce(
    value: unknown,
    policy: ResolvedPiiPolicy,
    direction: Direction,
    origin: string,
    remote?: FindingsByText,
  ): Enforcement {
    const visit = new PolicyVisit(value, this.analyzer, this.anonymizer, policy, direction, origin, remote);
    const enforced = new ValueWalker(visit).walk(value);
    return { value: enforced, decision: visit.decision(), rejected: visit.rejected() };
  }

  /** The value with the tokens of these origins in clear; see `restoreTokens`. */
  restore(value: unknown, origins: readonly string[], options: { readonly numbers: boolean }): Restored {
    return restoreTokens(this.anonymizer, value, origins, options);
  }
}

function mayChange(policy: ResolvedPiiPolicy, direction: Direction): boolean {
  return !rulesOf(policy, direction).keepsEverything;
}
