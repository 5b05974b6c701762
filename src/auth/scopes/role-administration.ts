import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AuditTrail, type AuditEventType, type JsonValue } from '../../audit/index.js';
import { ProblemError } from '../../common/problem-error.js';
import { ChangeFeed, Transactions, type Transaction } from '../../database/index.js';
import { roleName } from '../users/new-user.js';
import { RoleRepository } from './role.repository.js';
import { ScopeCatalogue, type RoleDefinition } from './scope-catalogue.js';

const description = z.string().min(1).max(200);
const scopeNames = z.array(z.string().min(1).max(128)).max(100);
const newRoleSchema = z.strictObject({
  name: roleName,
  scopes: scopeNames,
  descriptionEn: description.optional(),
  descriptionKo: description.optional(),
});

export type NewRole = z.input<typeof newRoleSchema>;

/** What administrators do with roles. Each change commits together with its audit record and reaches every replica. */
@Injectable()
export class RoleAdministration {
  constructor(
    private readonly repository: RoleRepository,
    private readonly catalogue: ScopeCatalogue,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
  ) {}

  /** Every role by name. */
  async list(): Promise<readonly RoleDefinition[]> {
    return (await this.catalogue.load()).roles;
  }

  /** @throws ProblemError 400 when the description or a scope is not good, 409 when there is such a role. */
  async create(input: NewRole): Promise<void> {
    const role = parse(input);
    const { name, descriptionEn = name, descriptionKo = descriptionEn } = role;
    const scopes = unique(role.scopes);
    await this.transactions.run(async (transaction) => {
      await this.checkScopes(transaction, scopes);
      if (!(await this.repository.insert(transaction, { name, descriptionEn, descriptionKo })))
        throw alreadyExists(name);
      await this.repository.setScopes(transaction, name, scopes);
      await this.announce(transaction, 'role.created', name, { scopes });
    });
  }

  /**
   * Replaces the scopes of a role. Everybody who has it may do so much from now on, by tokens issued before as well.
   *
   * @throws ProblemError 400 when a scope does not exist or the role holds every scope there is, 404 when there is
   * no such role.
   */
  async setScopes(name: string, wanted: readonly string[]): Promise<void> {
    const scopes = unique(wanted);
    await this.transactions.run(async (transaction) => {
      const before = await this.repository.lock(transaction, name);
      if (before === undefined) throw notFound(name);
      if (before.everyScope)
        throw invalid(`${name} holds every scope there is; that is not a list to change.`);
      await this.checkScopes(transaction, scopes);
      await this.repository.setScopes(transaction, name, scopes);
      const details = { before: { scopes: before.scopes }, after: { scopes } };
      await this.announce(transaction, 'role.updated', name, details);
    });
  }

  private async checkScopes(transaction: Transaction, scopes: readonly string[]): Promise<void> {
    const unknown = await this.repository.unknownScopes(transaction, scopes);
    if (unknown.length > 0) throw invalid(`There is no scope ${unknown.join(', ')}.`);
  }

  private async announce(
    transaction: Transaction,
    eventType: AuditEventType,
    name: string,
    details: Readonly<Record<string, JsonValue>>,
  ): Promise<void> {
    const target = { type: 'role', id: name };
    await this.audit.recordWithin(transaction, { eventType, outcome: 'success', target, details });
    await this.feed.announce(transaction, 'scopes');
  }
}

function parse(input: NewRole): z.output<typeof newRoleSchema> {
  const result = newRoleSchema.safeParse(input);
  if (result.success) return result.data;
  throw invalid(
    result.error.issues.map(({ path, message }) => `${path.join('.') || 'role'}: ${message}`).join('; '),
  );
}

function unique(scopes: readonly string[]): string[] {
  return [...new Set(scopes)].sort();
}

function invalid(detail: string): ProblemError {
  return new ProblemError({ status: 400, code: 'invalid-role', title: 'Invalid Role' }, detail);
}

function alreadyExists(name: string): ProblemError {
  return new ProblemError(
    { status: 409, code: 'role-exists', title: 'Role Exists' },
    `There is a role ${name} already.`,
  );
}

function notFound(name: string): ProblemError {
  return new ProblemError(
    { status: 404, code: 'role-not-found', title: 'Role Not Found' },
    `There is no role ${name}.`,
  );
}
