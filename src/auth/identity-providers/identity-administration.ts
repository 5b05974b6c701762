import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { ProblemError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { Transactions, type Transaction } from '../../database/index.js';
import { UserAdministration } from '../users/user-administration.js';
import { UserIdentities, type UserIdentity } from './user-identities.repository.js';

const MAXIMUM_LENGTH = 512;

/** What administrators do with the ties between people here and accounts at providers. Each change is on record. */
@Injectable()
export class IdentityAdministration {
  constructor(
    private readonly identities: UserIdentities,
    private readonly users: UserAdministration,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
  ) {}

  /**
   * From now on who logs in as the subject at the provider is this person.
   *
   * @param provider id of a configured provider, or an issuer.
   * @throws ProblemError 400 for an unknown provider, 404 for an unknown person, 409 when the account is somebody's.
   */
  async link(username: string, provider: string, subject: string): Promise<void> {
    const identity = this.identityOf(provider, subject);
    const { id } = await this.users.find(username);
    await this.transactions.run(async (transaction) => {
      if (!(await this.identities.insert(transaction, identity, id))) throw taken();
      await this.record(transaction, 'user.linked', id, identity);
    });
  }

  /** @throws ProblemError 400 for an unknown provider, 404 for an unknown person, or when it is not theirs. */
  async unlink(username: string, provider: string, subject: string): Promise<void> {
    const identity = this.identityOf(provider, subject);
    const { id } = await this.users.find(username);
    await this.transactions.run(async (transaction) => {
      if (!(await this.identities.delete(transaction, identity, id))) throw notLinked();
      await this.record(transaction, 'user.unlinked', id, identity);
    });
  }

  /** @throws ProblemError 404 for an unknown person. */
  async list(username: string): Promise<UserIdentity[]> {
    const { id } = await this.users.find(username);
    return this.transactions.run((transaction) => this.identities.listOf(transaction, id));
  }

  private identityOf(provider: string, subject: string): UserIdentity {
    const configured = this.configuration.identityProviders.find(({ id }) => id === provider);
    const issuer = configured?.issuer ?? (provider.startsWith('https://') ? provider : undefined);
    if (issuer === undefined) throw invalid('There is no such identity provider; give its id or its issuer.');
    if (subject === '' || subject.length > MAXIMUM_LENGTH)
      throw invalid('Give the subject as the provider does.');
    return { issuer, subject };
  }

  /** The subject is somebody's at the provider: only the issuer is for the record. */
  private record(
    transaction: Transaction,
    eventType: 'user.linked' | 'user.unlinked',
    userId: string,
    { issuer }: UserIdentity,
  ): Promise<void> {
    const target = { type: 'user', id: userId };
    return this.audit.recordWithin(transaction, {
      eventType,
      outcome: 'success',
      target,
      details: { issuer },
    });
  }
}

function invalid(detail: string): ProblemError {
  return new ProblemError({ status: 400, code: 'invalid-identity', title: 'Bad Request' }, detail);
}

function taken(): ProblemError {
  const problem = { status: 409, code: 'identity-taken', title: 'Identity Taken' };
  return new ProblemError(problem, 'Somebody logs in by this account already; unlink it first.');
}

function notLinked(): ProblemError {
  const problem = { status: 404, code: 'unknown-identity', title: 'Not Found' };
  return new ProblemError(problem, 'This account is not linked to that person.');
}
