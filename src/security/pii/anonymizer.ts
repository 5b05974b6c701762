import { Injectable, Optional } from '@nestjs/common';
import type { PiiAction } from '../../common/policy-decision.js';
import { BlindIndex, EnvelopeCipher } from '../crypto/index.js';
import type { Finding } from './finding.js';
import { openToken, type OpenedToken } from './operators/encrypt.operator.js';
import { createOperators } from './operators/index.js';
import type { Operator, OperatorContext } from './operators/operator.js';
import { replaceSpans } from './operators/replace-spans.js';
import { findTokens, writeAs } from './operators/tokens/token-text.js';

/** Of a deployment that serves one tenant. */
const DEFAULT_TENANT = 'default';

/** Applies operators to what the analyzer found, and undoes the one that can be undone. */
@Injectable()
export class Anonymizer {
  private readonly operators: ReadonlyMap<string, Operator>;

  constructor(
    private readonly cipher: EnvelopeCipher,
    blindIndex: BlindIndex,
    /** Whose data this deployment works on; tokens of another tenant do not open here. */
    @Optional() private readonly tenantId: string = DEFAULT_TENANT,
  ) {
    this.operators = createOperators(cipher, blindIndex, tenantId);
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

  /** What a token holds, whatever its origin; undefined when it is no token of this tenant. Ask for a scope first. */
  open(text: string): OpenedToken | undefined {
    const [token] = findTokens(text);
    const isWhole = token?.start === 0 && token.end === text.length;
    return isWhole ? openToken(this.cipher, this.tenantId, token) : undefined;
  }

  /**
   * The text with every encrypted value of these origins in clear again, written as the text around it is (in URLs,
   * in JSON). Tokens of others stay as they are. Ask for a scope before you call this.
   *
   * @param opened called for each of them.
   */
  restore(
    text: string,
    origins: string | readonly string[],
    opened: (token: OpenedToken) => void = () => undefined,
  ): string {
    return replaceSpans(text, findTokens(text), (written, token) => {
      const content = openToken(this.cipher, this.tenantId, token);
      if (content === undefined || ![origins].flat().includes(content.origin)) return written;
      opened(content);
      return writeAs(content.value, token.writing);
    });
  }
}
