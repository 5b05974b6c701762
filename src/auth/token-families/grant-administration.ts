import { Injectable } from '@nestjs/common';
import { ProblemError } from '../../common/problem-error.js';
import { Transactions } from '../../database/index.js';
import { Consents } from '../consents/consents.js';
import type { User } from '../users/user.js';
import { UserRepository } from '../users/user.repository.js';
import type { TokenFamily } from './token-family.js';
import { TokenFamilies } from './token-families.repository.js';

/** What administrators do with what people granted to clients. */
@Injectable()
export class GrantAdministration {
  constructor(
    private readonly families: TokenFamilies,
    private readonly consents: Consents,
    private readonly users: UserRepository,
    private readonly transactions: Transactions,
  ) {}

  /**
   * The living token families of a person, the last used first.
   *
   * @throws ProblemError 404 when there is no such person.
   */
  async list(username: string): Promise<TokenFamily[]> {
    const { id } = await this.find(username);
    return this.transactions.run((transaction) => this.families.listActive(transaction, id));
  }

  /**
   * Ends one family: its tokens are refused everywhere within a second. What was consented to stays.
   *
   * @throws ProblemError 404 when there is no such family, or it has ended.
   */
  async revoke(familyId: string): Promise<void> {
    const isRevoked = await this.transactions.run((transaction) =>
      this.families.revoke(transaction, familyId, 'revoked_by_administrator'),
    );
    if (!isRevoked) throw notFound('There is no such grant, or it has ended.');
  }

  /**
   * Takes the consent back as well, so that the person is asked again.
   *
   * @throws ProblemError 404 when there is no such person, or nothing was granted to the client.
   */
  async revokeClient(username: string, clientId: string): Promise<void> {
    const { id } = await this.find(username);
    const isRevoked = await this.transactions.run((transaction) =>
      this.consents.revoke(transaction, id, clientId, 'revoked_by_administrator'),
    );
    if (!isRevoked) throw notFound('The user has granted nothing to this client.');
  }

  private async find(username: string): Promise<User> {
    const user = await this.users.findByUsername(username);
    if (user === undefined) throw notFound('There is no such user.');
    return user;
  }
}

function notFound(detail: string): ProblemError {
  return new ProblemError({ status: 404, code: 'grant-not-found', title: 'Grant Not Found' }, detail);
}
