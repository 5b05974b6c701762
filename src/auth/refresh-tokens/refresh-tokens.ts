import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEvent } from '../../audit/index.js';
import { Configuration } from '../../config/index.js';
import { Transactions } from '../../database/index.js';
import { digestToken, FieldCipher, randomSecret } from '../../security/crypto/index.js';
import type { Client } from '../clients/client.js';
import { TokenFamilies } from '../token-families/token-families.repository.js';
import { isWellFormedRefreshToken, refreshTokenOf } from './refresh-token-format.js';
import type { RefreshToken } from './refresh-token.js';
import { RefreshTokenRepository } from './refresh-tokens.repository.js';

/** A refresh token to issue, and its digest to store. */
export interface FirstRefreshToken {
  readonly token: string;
  readonly digest: string;
  /** How long it lives unused. */
  readonly idleSeconds: number;
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

  /** What the first token of a family shall be; it lives once its row does. */
  first(): FirstRefreshToken {
    const token = refreshTokenOf(randomSecret());
    return { token, digest: digestToken(token), idleSeconds: this.idleSeconds };
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
   * Replaces the token (RFC 9700 §4.14.2) and records the event: parallel uses have one winner. While the client may
   * retry, the others get the very token the winner got, never a second living one. Undefined when neither is possible.
   */
  async rotate(
    { digest, generation }: RefreshToken,
    client: Client,
    event: AuditEvent,
  ): Promise<string | undefined> {
    const recorded = (retry: boolean) => ({
      ...event,
      details: { ...event.details, generation: generation + 1, retry },
    });
    const successor = await this.replace(digest, client, recorded(false));
    if (successor !== undefined || client.refreshRetrySeconds === 0) return successor;
    return this.repeat(digest, recorded(true));
  }

  /** A used token was shown again: records it, and ends the family with every token of it. */
  async revokeReplayed(token: RefreshToken): Promise<void> {
    // Many may come at once: only the first has anything to end, and the others need no transaction.
    if (token.family.isRevoked) return this.audit.record(replayOf(token));
    await this.transactions.run(async (transaction) => {
      await this.audit.recordWithin(transaction, replayOf(token));
      await this.families.revoke(transaction, token.family.id, 'refresh_token_replayed');
    });
  }

  private async replace(
    digest: string,
    { refreshRetrySeconds: retrySeconds }: Client,
    event: AuditEvent,
  ): Promise<string | undefined> {
    const { token, digest: successorDigest, idleSeconds } = this.first();
    const successor = retrySeconds > 0 ? this.cipher.encrypt(token, successorOf(digest)) : undefined;
    const rotation = { digest, successorDigest, successor, retrySeconds, idleSeconds };
    const isReplaced = await this.audit.recordInStatement(event, (record) =>
      this.rows.rotate(rotation, record),
    );
    return isReplaced && token;
  }

  private async repeat(digest: string, event: AuditEvent): Promise<string | undefined> {
    const found = await this.audit.recordInStatement(event, (record) => this.rows.retry(digest, record));
    return found && this.cipher.decrypt(found.successor, successorOf(digest));
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
