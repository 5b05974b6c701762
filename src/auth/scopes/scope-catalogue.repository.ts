import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/index.js';
import { RoleEntity } from './role.entity.js';
import {
  ScopeCatalogue,
  type RoleDefinition,
  type ScopeDefinition,
  type ScopeDefinitions,
} from './scope-catalogue.js';
import { ScopeEntity } from './scope.entity.js';

/** Scopes and roles in Postgres. */
@Injectable()
export class ScopeCatalogueRepository extends ScopeCatalogue {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  load(): Promise<ScopeDefinitions> {
    return this.transactions.run(async (transaction) => {
      const order = { name: 'ASC' } as const;
      const scopes = await transaction.find(ScopeEntity, { relations: { implies: true }, order });
      const roles = await transaction.find(RoleEntity, { relations: { scopes: true }, order });
      return { scopes: scopes.map(toScope), roles: roles.map(toRole) };
    });
  }
}

function toScope(entity: ScopeEntity): ScopeDefinition {
  return { ...entity, implies: entity.implies.map(({ name }) => name) };
}

function toRole(entity: RoleEntity): RoleDefinition {
  return { ...entity, scopes: entity.scopes.map(({ name }) => name) };
}
