import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Anonymizer, CLIENT_ORIGIN } from '../../security/index.js';
import type { RevealAnswer, RevealRequest } from './reveal-request.schema.js';
import { UnknownTokensError } from './unknown-tokens.error.js';

/** Turns encrypted values back for people and clients who may see them, and leaves a record of each time. */
@Injectable()
export class Reveals {
  constructor(
    private readonly anonymizer: Anonymizer,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The values, once the record of it is committed: types, origins and the reason, never values.
   *
   * @throws UnknownTokensError when there is nothing to reveal.
   */
  async reveal({ tokens, reason }: RevealRequest): Promise<RevealAnswer> {
    const answer = this.open(tokens);
    const found = answer.revealed.length > 0;
    await this.audit.record({
      eventType: 'pii.revealed',
      outcome: found ? 'success' : 'failure',
      ...(!found && { reason: 'unknown_token' }),
      details: {
        reason,
        types: unique(answer.revealed.map(({ type }) => type)),
        origins: unique(answer.revealed.map(({ origin }) => origin)),
        revealed: answer.revealed.length,
        unknown: answer.unknown.length,
      },
    });
    if (!found) throw new UnknownTokensError();
    return answer;
  }

  private open(tokens: readonly string[]): RevealAnswer {
    const opened = tokens.map((token) => this.openOne(token.trim()));
    return {
      revealed: opened.flatMap((token, index) =>
        token === undefined
          ? []
          : [{ index, type: token.entityType, origin: token.origin, value: token.value }],
      ),
      unknown: opened.flatMap((token, index) => (token === undefined ? [index] : [])),
    };
  }

  /** What a client of the analysis service encrypted for itself is nobody else's. */
  private openOne(text: string): ReturnType<Anonymizer['open']> {
    const token = this.anonymizer.open(text);
    return token?.origin.startsWith(CLIENT_ORIGIN) === true ? undefined : token;
  }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}
