import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Transactions, type Transaction } from '../../database/index.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { TokenFamilies } from '../token-families/token-families.repository.js';
import type { RevocationReason } from '../token-families/token-family.js';
import type { ConnectedClient, Consent, ConsentScope } from './consent.js';
import { ConsentRows } from './consents.repository.js';

/** What people allowed clients, remembered per client, resource and scope. */
@Injectable()
export class Consents {
  constructor(
    private readonly rows: ConsentRows,
    private readonly families: TokenFamilies,
    private readonly resources: ProtectedResources,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** Those of the scopes that the person allowed the client before, at every one of the resources. */
  async allowed({ userId, clientId, scopes, audience }: ConsentScope): Promise<readonly string[]> {
    const consent = await this.transactions.run((transaction) =>
      this.rows.find(transaction, userId, clientId),
    );
    return scopes.filter((scope) => this.covers(consent, scope, audience));
  }

  /** Whether the person allows the client anything at all. */
  async isKnown(userId: string, clientId: string): Promise<boolean> {
    const find = (transaction: Transaction) => this.rows.find(transaction, userId, clientId);
    return (await this.transactions.run(find)) !== undefined;
  }

  /** Adds the scopes to those allowed before at these resources, and records it when anything is new. */
  async grant(transaction: Transaction, granted: ConsentScope): Promise<void> {
    const { userId, clientId, scopes, audience } = granted;
    const before = await this.rows.begin(transaction, userId, clientId);
    const union = [...new Set([...(before?.scopes ?? []), ...scopes])];
    await this.rows.save(transaction, granted, union);
    if (scopes.every((scope) => this.covers(before, scope, audience))) return;
    await this.record(transaction, 'consent.granted', userId, clientId, {
      before: before?.scopes ?? [],
      after: union,
      audience,
    });
  }

  /**
   * Keeps what was decided upon from being taken back until the transaction ends: who does so at this moment either
   * waits for it, and ends what comes of it, or is seen here.
   *
   * @throws InvalidRequestError when it has been taken back already.
   */
  async hold(transaction: Transaction, { userId, clientId, scopes, audience }: ConsentScope): Promise<void> {
    const consent = await this.rows.lock(transaction, userId, clientId);
    if (scopes.every((scope) => this.covers(consent, scope, audience))) return;
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

  /** A consent for one resource says nothing of another, unless a token for it would be taken there as well. */
  private covers(consent: Consent | undefined, scope: string, audience: readonly string[]): boolean {
    const allowedAt = (consent?.resources ?? [])
      .filter(({ scopes }) => scopes.includes(scope))
      .map(({ resource }) => resource);
    return (
      allowedAt.length > 0 &&
      audience.every((wanted) => this.audiencesAt(wanted).some((each) => allowedAt.includes(each)))
    );
  }

  /** Whose tokens the resource takes: a name that is none of our resources stands for itself. */
  private audiencesAt(resource: string): readonly string[] {
    const known = this.resources.all.find(({ identifier }) => identifier === resource);
    return known?.audiences ?? [resource];
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
