import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Transactions, type Transaction } from '../../database/index.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { TokenFamilies } from '../token-families/token-families.repository.js';
import type { RevocationReason } from '../token-families/token-family.js';
import type { ConnectedClient, Consent } from './consent.js';
import { ConsentRows } from './consents.repository.js';

/** What people allowed clients, remembered per client and scope set. */
@Injectable()
export class Consents {
  constructor(
    private readonly rows: ConsentRows,
    private readonly families: TokenFamilies,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** Undefined when the person never consented to the client, or took it back. */
  find(userId: string, clientId: string): Promise<Consent | undefined> {
    return this.transactions.run((transaction) => this.rows.find(transaction, userId, clientId));
  }

  /** Adds the scopes to those allowed before, and records it when any of them is new. */
  async grant(
    transaction: Transaction,
    { userId, clientId, scopes }: Pick<Consent, 'userId' | 'clientId' | 'scopes'>,
  ): Promise<void> {
    const before = await this.rows.lock(transaction, userId, clientId);
    const union = [...new Set([...(before?.scopes ?? []), ...scopes])];
    await this.rows.save(transaction, { userId, clientId, scopes: union });
    if (before !== undefined && union.length === before.scopes.length) return;
    await this.record(transaction, 'consent.granted', userId, clientId, {
      before: before?.scopes ?? [],
      after: union,
    });
  }

  /**
   * Keeps what was decided upon from being taken back until the transaction ends: who does so at this moment either
   * waits for it, and ends what comes of it, or is seen here.
   *
   * @throws InvalidRequestError when it has been taken back already.
   */
  async hold(
    transaction: Transaction,
    { userId, clientId, scopes }: Pick<Consent, 'userId' | 'clientId' | 'scopes'>,
  ): Promise<void> {
    const consent = await this.rows.lock(transaction, userId, clientId);
    if (scopes.every((scope) => consent?.scopes.includes(scope) === true)) return;
    throw new InvalidRequestError('The consent was taken back at this moment. Start again.', {
      reason: 'consent_revoked',
    });
  }

  /**
   * Takes back what the person allowed the client, and ends everything it holds for them: its refresh tokens
   * and its access tokens. False when there was nothing to take back.
   */
  async revoke(
    transaction: Transaction,
    userId: string,
    clientId: string,
    reason: RevocationReason = 'revoked_by_user',
  ): Promise<boolean> {
    const before = await this.rows.delete(transaction, userId, clientId);
    const families = await this.rows.livingFamilies(transaction, userId, clientId);
    for (const family of families) await this.families.revoke(transaction, family, reason);
    if (before === undefined && families.length === 0) return false;
    await this.record(transaction, 'consent.revoked', userId, clientId, {
      before: before ?? [],
      token_families: families.length,
    });
    return true;
  }

  /** The clients a person has connected, the latest first. */
  connectedClients(userId: string): Promise<ConnectedClient[]> {
    return this.transactions.run((transaction) => this.rows.connectedClients(transaction, userId));
  }

  private record(
    transaction: Transaction,
    eventType: 'consent.granted' | 'consent.revoked',
    userId: string,
    clientId: string,
    details: Record<string, readonly string[] | number>,
  ): Promise<void> {
    return this.audit.recordWithin(transaction, {
      eventType,
      outcome: 'success',
      actor: { kind: 'user', subject: userId },
      client: clientId,
      target: { type: 'consent', id: `${userId} ${clientId}` },
      details,
    });
  }
}
