import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditTrail } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { Transactions, type Transaction } from '../../database/index.js';
import { digestToken, FieldCipher, matchesDigest, randomSecret } from '../../security/crypto/index.js';
import { isUsable } from '../clients/client.js';
import { Clients } from '../clients/clients.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { BrowserCookie } from './browser-cookie.js';
import { PENDING_SECONDS, type PendingAuthorization } from './pending-authorization.js';
import {
  PendingAuthorizationRows,
  type PendingAuthorizationRow,
} from './pending-authorizations.repository.js';

const ID = /^[\w-]{22}$/;
const ID_BYTES = 16;

/** A request that waits, in the browser that brought it. */
export interface FoundAuthorization {
  readonly pending: PendingAuthorization;
  readonly browserSecret: string;
}

/** Authorization requests between their arrival and the person's answer, bound to the browser that brought them. */
@Injectable()
export class PendingAuthorizations {
  constructor(
    private readonly rows: PendingAuthorizationRows,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clients: Clients,
    private readonly cookie: BrowserCookie,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the request, and a secret in the browser that brought it.
   *
   * @param earlierSessionId of the login session the browser has already.
   */
  async create(
    authorization: AuthorizationRequest,
    request: FastifyRequest,
    reply: FastifyReply,
    earlierSessionId?: string,
  ): Promise<PendingAuthorization> {
    const now = this.clock.now();
    const pending = {
      ...authorization,
      id: randomSecret(ID_BYTES),
      createdAt: now,
      expiresAt: new Date(now.getTime() + PENDING_SECONDS * 1_000),
      earlierSessionId,
    };
    const browserDigest = digestToken(this.cookie.obtain(request, reply));
    await this.transactions.run(async (transaction) => {
      await this.rows.insert(transaction, { ...this.toRow(pending), browserDigest });
      await this.record(transaction, pending);
    });
    return pending;
  }

  /**
   * The request, and the secret of the browser that it is bound to. Undefined when it is unknown, answered or expired,
   * when another browser asks, or when the client is gone.
   */
  async find(id: string, request: FastifyRequest): Promise<FoundAuthorization | undefined> {
    const secrets = this.cookie.secrets(request);
    if (secrets.length === 0 || !ID.test(id)) return undefined;
    const row = await this.transactions.run((transaction) => this.rows.find(transaction, id));
    if (row === undefined) return undefined;
    const browserSecret = secrets.find((secret) => matchesDigest(secret, row.browserDigest));
    if (browserSecret === undefined) return undefined;
    const pending = await this.toPending(row);
    return pending && { pending, browserSecret };
  }

  /** Ends the wait, once: false when the request was answered before, or has expired. */
  take(transaction: Transaction, id: string): Promise<boolean> {
    return this.rows.delete(transaction, id);
  }

  private record(
    transaction: Transaction,
    { client, scopes, audience }: AuthorizationRequest,
  ): Promise<void> {
    return this.audit.recordWithin(transaction, {
      eventType: 'authorization.requested',
      outcome: 'success',
      client: client.clientId,
      details: { scope: scopes.join(' '), audience },
    });
  }

  private toRow(pending: PendingAuthorization): Omit<PendingAuthorizationRow, 'browserDigest'> {
    const { id, client, createdAt, expiresAt, earlierSessionId, ...request } = pending;
    return {
      id,
      clientId: client.clientId,
      sessionId: earlierSessionId ?? null,
      request: this.cipher.encrypt(JSON.stringify(request), addressOf(id)),
      createdAt,
      expiresAt,
    };
  }

  private async toPending(row: PendingAuthorizationRow): Promise<PendingAuthorization | undefined> {
    const client = await this.clients.find(row.clientId);
    if (client === undefined || !isUsable(client, this.clock.now())) return undefined;
    const stored = this.cipher.decrypt(row.request, addressOf(row.id));
    // Written by `toRow` and authenticated by the cipher; JSON leaves out what is undefined.
    const request = JSON.parse(stored) as Omit<AuthorizationRequest, 'client'>;
    return {
      ...request,
      client,
      id: row.id,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      earlierSessionId: row.sessionId ?? undefined,
    };
  }
}

function addressOf(id: string) {
  return { table: 'pending_authorizations', column: 'request', rowId: id };
}
