import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEvent } from '../../audit/index.js';
import { Configuration } from '../../config/index.js';
import { Transactions, type Transaction } from '../../database/index.js';
import { digestToken, FieldCipher, randomSecret } from '../../security/crypto/index.js';
import type { Client } from '../clients/client.js';
import type { TokenFamily } from '../token-families/token-family.js';
import { TokenFamilies } from '../token-families/token-families.repository.js';
import { isWellFormedRefreshToken, refreshTokenOf } from './refresh-token-format.js';
import type { RefreshToken } from './refresh-token.js';
import { RefreshTokenRepository } from './refresh-tokens.repository.js';

/** What a use of a refresh token came to. */
export interface Rotation {
  readonly token: string;
  readonly generation: number;
  /** Whether it is the successor that an earlier use got already. */
  readonly isRetry: boolean;
}

/** Refresh tokens (RFC 6749 §1.5): opaque, stored as digests, one living token a family. */
@Injectable()
export class RefreshTokens {
  private readonly idleSeconds: number;

  constructor(
    private readonly rows: RefreshTokenRepository,
    private readonly families: TokenFamilies,
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditTrail,
    configuration: Configuration,
  ) {
    this.idleSeconds = configuration.tokens.refreshTokenIdle;
  }

  /** The first token of a family that the transaction has inserted, or locked. */
  async issueFirst(transaction: Transaction, family: Pick<TokenFamily, 'id'>): Promise<{ token: string }> {
    const token = refreshTokenOf(randomSecret());
    const { idleSeconds } = this;
    await this.rows.insertFirst(transaction, {
      digest: digestToken(token),
      familyId: family.id,
      idleSeconds,
    });
    return { token };
  }

  /**
   * The token as it is at this moment; undefined when it is none of ours.
   *
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async find(token: string): Promise<RefreshToken | undefined> {
    return isWellFormedRefreshToken(token) ? this.rows.find(digestToken(token)) : undefined;
  }

  /**
   * Replaces the token (RFC 9700 §4.14.2): parallel uses have one winner. While the client may retry, the
   * others get the very token the winner got, never a second living one. Undefined when neither is possible.
   */
  async rotate(transaction: Transaction, digest: string, client: Client): Promise<Rotation | undefined> {
    return (await this.replace(transaction, digest, client)) ?? (await this.repeat(transaction, digest));
  }

  /** A used token was shown again: records it, and ends the family with every token of it. */
  async revokeReplayed(token: RefreshToken): Promise<void> {
    // Many may come at once: only the first has anything to end, and the others need no transaction.
    if (token.family.revokedAt !== undefined) return this.audit.record(replayOf(token));
    await this.transactions.run(async (transaction) => {
      await this.audit.recordWithin(transaction, replayOf(token));
      await this.families.revoke(transaction, token.family.id, 'refresh_token_replayed');
    });
  }

  private async replace(
    transaction: Transaction,
    digest: string,
    { refreshRetrySeconds: retrySeconds }: Client,
  ): Promise<Rotation | undefined> {
    const token = refreshTokenOf(randomSecret());
    const generation = await this.rows.rotate(transaction, {
      digest,
      successorDigest: digestToken(token),
      successor: retrySeconds > 0 ? this.cipher.encrypt(token, successorOf(digest)) : undefined,
      retrySeconds,
      idleSeconds: this.idleSeconds,
    });
    return generation === undefined ? undefined : { token, generation, isRetry: false };
  }

  private async repeat(transaction: Transaction, digest: string): Promise<Rotation | undefined> {
    const found = await this.rows.retry(transaction, digest);
    if (found === undefined) return undefined;
    const token = this.cipher.decrypt(found.successor, successorOf(digest));
    return { token, generation: found.generation, isRetry: true };
  }
}

function replayOf({ family, generation }: RefreshToken): AuditEvent {
  return {
    eventType: 'token.replayed',
    outcome: 'denied',
    reason: 'refresh_token_replayed',
    client: family.clientId,
    target: { type: 'token-family', id: family.id },
    details: { subject: family.userId, generation },
  };
}

/** Where the envelope lies; moved to another row it does not open. */
function successorOf(digest: string) {
  return { table: 'refresh_tokens', column: 'successor', rowId: digest };
}
