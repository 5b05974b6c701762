import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEventType, type JsonValue } from '../../audit/index.js';
import type { IdentityProviderConfiguration } from '../../config/index.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import { randomUuid } from '../../security/crypto/index.js';
import type { User } from '../users/user.js';
import { UserRepository } from '../users/user.repository.js';
import { ProviderLoginRefusedError } from './login-refusal.js';
import type { ProviderProfile } from './provider-profile.js';
import { UserIdentities } from './user-identities.repository.js';

/**
 * Who of ours somebody at a provider is. Only issuer and subject decide: an address proves nothing about who owns
 * an account here, so nobody is ever found by e-mail.
 */
@Injectable()
export class ProviderPeople {
  constructor(
    private readonly identities: UserIdentities,
    private readonly users: UserRepository,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The person, whose login is on record, with the roles that the provider's claims give them now.
   *
   * @throws ProviderLoginRefusedError when they have no account and get none, or it is disabled.
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async authenticate(provider: IdentityProviderConfiguration, profile: ProviderProfile): Promise<User> {
    try {
      return await this.attempt(provider, profile);
    } catch (error) {
      if (!(error instanceof IdentityTaken)) throw error;
      return this.attempt(provider, profile);
    }
  }

  private attempt(provider: IdentityProviderConfiguration, profile: ProviderProfile): Promise<User> {
    return this.transactions.run(async (transaction) => {
      const identity = { issuer: provider.issuer, subject: profile.subject };
      const userId = await this.identities.find(transaction, identity);
      const user =
        userId === undefined
          ? await this.create(transaction, provider, profile)
          : await this.update(transaction, provider, profile, userId);
      await this.record(transaction, provider, 'user.authenticated', user.id, { methods: ['fed'] }, true);
      return user;
    });
  }

  private async update(
    transaction: Transaction,
    provider: IdentityProviderConfiguration,
    profile: ProviderProfile,
    userId: string,
  ): Promise<User> {
    const user = await this.users.lock(transaction, userId);
    if (user?.status !== 'active') throw new ProviderLoginRefusedError('user_disabled');
    if (!profile.decidesRoles || isSame(user.roles, profile.roles)) return user;
    await this.users.update(transaction, user.id, { roles: [...profile.roles] });
    const details = { before: { roles: user.roles }, after: { roles: profile.roles } };
    await this.record(transaction, provider, 'user.updated', user.id, details);
    await this.feed.announce(transaction, 'users');
    return { ...user, roles: profile.roles };
  }

  private async create(
    transaction: Transaction,
    provider: IdentityProviderConfiguration,
    profile: ProviderProfile,
  ): Promise<User> {
    if (!provider.autoProvisioning) throw new ProviderLoginRefusedError('identity_unknown');
    const id = await this.insertUser(transaction, provider, profile);
    const identity = { issuer: provider.issuer, subject: profile.subject };
    if (!(await this.identities.insert(transaction, identity, id))) throw new IdentityTaken();
    await this.record(transaction, provider, 'user.created', id, { roles: profile.roles });
    await this.record(transaction, provider, 'user.linked', id);
    await this.feed.announce(transaction, 'users');
    const user = await this.users.lock(transaction, id);
    if (user === undefined) throw new Error('The user that was just made is gone.');
    return user;
  }

  private async insertUser(
    transaction: Transaction,
    provider: IdentityProviderConfiguration,
    { usernames, user, roles }: ProviderProfile,
  ): Promise<string> {
    const id = randomUuid();
    const row = { ...user, id, roles, passwordDigest: undefined, mustChangePassword: false };
    for (const username of [...usernames, `${provider.id}:${id}`]) {
      if (
        await this.users.insert(transaction, {
          ...row,
          email: user.email,
          displayName: user.displayName,
          username,
        })
      )
        return id;
    }
    throw new Error('A username made of a new random number is taken.');
  }

  private record(
    transaction: Transaction,
    { id: providerId }: IdentityProviderConfiguration,
    eventType: AuditEventType,
    userId: string,
    details: Readonly<Record<string, JsonValue>> = {},
    isActor = false,
  ): Promise<void> {
    return this.audit.recordWithin(transaction, {
      eventType,
      outcome: 'success',
      actor: isActor ? { kind: 'user', subject: userId } : { kind: 'system', subject: 'identity-provider' },
      target: { type: 'user', id: userId },
      details: { ...details, identity_provider: providerId },
    });
  }
}

/** Of two first logins at the same moment the second begins again, and finds the account of the first. */
class IdentityTaken extends Error {}

function isSame(roles: readonly string[], others: readonly string[]): boolean {
  return roles.length === others.length && roles.every((role) => others.includes(role));
}
