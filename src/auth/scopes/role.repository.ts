import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';
import { RoleEntity } from './role.entity.js';
import type { RoleDefinition } from './scope-catalogue.js';
import { ScopeEntity } from './scope.entity.js';

/** A role to insert. */
export interface NewRoleRow {
  readonly name: string;
  readonly descriptionEn: string;
  readonly descriptionKo: string;
}

const LOCK = 'SELECT name FROM roles WHERE name = $1 FOR UPDATE';
const INSERT = `
  INSERT INTO roles (name, description_en, description_ko) VALUES ($1, $2, $3)
  ON CONFLICT (name) DO NOTHING RETURNING name`;
const CLEAR_SCOPES = 'DELETE FROM role_scopes WHERE role = $1';
const ADD_SCOPES = 'INSERT INTO role_scopes (role, scope) SELECT $1, unnest($2::text[])';

/** The roles table. Every access joins the caller's transaction. */
@Injectable()
export class RoleRepository {
  /** The role as it is, kept from changing until the transaction ends. */
  async lock(transaction: Transaction, name: string): Promise<RoleDefinition | undefined> {
    await transaction.query(LOCK, [name]);
    const role = await transaction.findOne(RoleEntity, { where: { name }, relations: { scopes: true } });
    return role === null ? undefined : { ...role, scopes: role.scopes.map((scope) => scope.name).sort() };
  }

  /** False when the name is taken. */
  async insert(
    transaction: Transaction,
    { name, descriptionEn, descriptionKo }: NewRoleRow,
  ): Promise<boolean> {
    const rows = await transaction.query<unknown[]>(INSERT, [name, descriptionEn, descriptionKo]);
    return rows.length === 1;
  }

  async setScopes(transaction: Transaction, name: string, scopes: readonly string[]): Promise<void> {
    await transaction.query(CLEAR_SCOPES, [name]);
    await transaction.query(ADD_SCOPES, [name, [...scopes]]);
  }

  /** Those of the scopes that nobody has defined. */
  async unknownScopes(transaction: Transaction, scopes: readonly string[]): Promise<string[]> {
    const known = new Set((await transaction.find(ScopeEntity)).map(({ name }) => name));
    return scopes.filter((scope) => !known.has(scope));
  }
}
