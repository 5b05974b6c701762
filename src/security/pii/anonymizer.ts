import { Injectable } from '@nestjs/common';
import type { PiiAction } from '../../common/policy-decision.js';
import { BlindIndex, EnvelopeCipher } from '../crypto/index.js';
import type { Finding } from './finding.js';
import { decryptToken } from './operators/encrypt.operator.js';
import { createOperators } from './operators/index.js';
import type { Operator, OperatorContext } from './operators/operator.js';
import { replaceSpans } from './operators/replace-spans.js';

/** A token anywhere in a text. */
const TOKENS = /⟦[A-Z_]{2,24}:[A-Za-z0-9._=-]{1,65536}⟧/g;

/** Applies operators to what the analyzer found. */
@Injectable()
export class Anonymizer {
  private readonly operators: ReadonlyMap<string, Operator>;

  constructor(
    private readonly cipher: EnvelopeCipher,
    blindIndex: BlindIndex,
  ) {
    this.operators = createOperators(cipher, blindIndex);
  }

  /**
   * One value as the action leaves it.
   *
   * @throws TypeError for `reject`, which is a verdict and changes nothing.
   */
  apply(action: PiiAction, value: string, context: OperatorContext): string {
    const operator = this.operators.get(action);
    if (!operator) throw new TypeError(`no operator for the action ${action}`);
    return operator.apply(value, context);
  }

  /** The text with the action applied to each finding. */
  anonymize(text: string, findings: readonly Finding[], action: PiiAction, origin: string): string {
    return replaceSpans(text, findings, (value, { entityType }) =>
      this.apply(action, value, { entityType, origin }),
    );
  }

  /**
   * The text with every encrypted value of this origin in clear again. Tokens of others stay as they are.
   * Ask for a scope before you call this.
   */
  restore(text: string, origin: string): string {
    return text.replace(TOKENS, (token) => decryptToken(this.cipher, token, origin) ?? token);
  }
}
