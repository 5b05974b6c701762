import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import { AuditTrail } from '../../audit/index.js';
import { ChangeFeed, type Transaction } from '../../database/index.js';
import type { RevocationReason, TokenFamily } from './token-family.js';
import { TokenFamilyEntity } from './token-family.entity.js';

export type NewTokenFamily = Omit<TokenFamily, 'createdAt' | 'lastUsedAt' | 'revokedAt' | 'revocationReason'>;

const REVOKE = `
  UPDATE token_families SET revoked_at = now(), revocation_reason = $2 WHERE id = $1 AND revoked_at IS NULL
  RETURNING user_id AS "userId", client_id AS "clientId"`;

/** The token families table. Every change joins the caller's transaction. */
@Injectable()
export class TokenFamilies {
  constructor(
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
  ) {}

  async insert(transaction: Transaction, family: NewTokenFamily): Promise<void> {
    await transaction.insert(TokenFamilyEntity, {
      ...family,
      sessionId: family.sessionId ?? null,
      authenticatedAt: family.authenticatedAt ?? null,
      scopes: [...family.scopes],
      audience: [...family.audience],
      lastUsedAt: new Date(),
    });
  }

  async find(transaction: Transaction, id: string): Promise<TokenFamily | undefined> {
    const row = await transaction.findOneBy(TokenFamilyEntity, { id });
    return row === null ? undefined : toTokenFamily(row);
  }

  /** Ids of what clients hold for a person and may still use. */
  async activeOf(transaction: Transaction, userId: string): Promise<string[]> {
    const where = { userId, revokedAt: IsNull(), expiresAt: MoreThan(new Date()) };
    const rows = await transaction.find(TokenFamilyEntity, { select: { id: true }, where });
    return rows.map(({ id }) => id);
  }

  /** What clients hold for a person and may still use, the last used first. */
  async listActive(transaction: Transaction, userId: string): Promise<TokenFamily[]> {
    const rows = await transaction.find(TokenFamilyEntity, {
      where: { userId, revokedAt: IsNull(), expiresAt: MoreThan(new Date()) },
      order: { lastUsedAt: 'DESC' },
    });
    return rows.map(toTokenFamily);
  }

  /**
   * Ends the family on every replica: no refresh, and its access tokens are refused. Records it.
   * False when it had ended before.
   */
  async revoke(transaction: Transaction, id: string, reason: RevocationReason): Promise<boolean> {
    // The driver answers an UPDATE with its rows and their number.
    const [[family]] = await transaction.query<[{ userId: string; clientId: string }[], number]>(REVOKE, [
      id,
      reason,
    ]);
    if (family === undefined) return false;
    await this.audit.recordWithin(transaction, {
      eventType: 'token-family.revoked',
      outcome: 'success',
      reason,
      client: family.clientId,
      target: { type: 'token-family', id },
      details: { subject: family.userId },
    });
    await this.feed.announce(transaction, 'revocations');
    return true;
  }
}

export function toTokenFamily(row: TokenFamilyEntity): TokenFamily {
  return {
    ...row,
    sessionId: row.sessionId ?? undefined,
    authenticatedAt: row.authenticatedAt ?? undefined,
    revokedAt: row.revokedAt ?? undefined,
    revocationReason: row.revocationReason ?? undefined,
  };
}
