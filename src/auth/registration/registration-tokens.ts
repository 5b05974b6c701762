import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { ProblemError } from '../../common/problem-error.js';
import { Transactions } from '../../database/index.js';
import { digestToken, randomSecret, randomUuid } from '../../security/crypto/index.js';
import { RegistrationTokenRows, type RegistrationToken } from './registration-tokens.repository.js';

/** A token on its way to whoever asked for it. It cannot be shown again. */
export interface IssuedRegistrationToken {
  readonly id: string;
  readonly token: string;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What administrators do with initial access tokens: whoever holds one may register clients (RFC 7591 §3). */
@Injectable()
export class RegistrationTokens {
  constructor(
    private readonly rows: RegistrationTokenRows,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  async create(token: {
    readonly name: string;
    /** Registrations it is good for; undefined = any number. */
    readonly maximumUses: number | undefined;
    readonly expiresAt: Date;
  }): Promise<IssuedRegistrationToken> {
    const [id, secret] = [randomUuid(), randomSecret()];
    const { name, maximumUses = null, expiresAt } = token;
    await this.transactions.run(async (transaction) => {
      await this.rows.insert(transaction, { id, name, maximumUses, expiresAt, digest: digestToken(secret) });
      await this.audit.recordWithin(transaction, {
        eventType: 'registration-token.created',
        outcome: 'success',
        target: { type: 'registration-token', id },
        details: { maximum_uses: maximumUses, expires_at: expiresAt.toISOString() },
      });
    });
    return { id, token: secret };
  }

  list(): Promise<RegistrationToken[]> {
    return this.rows.list();
  }

  /** @throws ProblemError 404 when there is no such token, or it was revoked before. */
  async revoke(id: string): Promise<void> {
    if (!UUID.test(id)) throw notFound(id);
    await this.transactions.run(async (transaction) => {
      if (!(await this.rows.revoke(transaction, id))) throw notFound(id);
      const target = { type: 'registration-token', id };
      await this.audit.recordWithin(transaction, {
        eventType: 'registration-token.revoked',
        outcome: 'success',
        target,
      });
    });
  }
}

function notFound(id: string): ProblemError {
  return new ProblemError(
    { status: 404, code: 'registration-token-not-found', title: 'Registration Token Not Found' },
    `There is no registration token ${id} in force.`,
  );
}
