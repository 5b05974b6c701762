import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Configuration } from '../../config/index.js';
import type { Transaction } from '../../database/index.js';
import type { Client } from './client.js';
import { ClientEntity } from './client.entity.js';
import type { NewClient } from './new-client.js';

/** A client to insert: as described, with the digests of what it may prove itself by. */
export type ClientRow = NewClient & {
  /** Undefined for a client that has no secret. */
  readonly secretDigest: string | undefined;
  readonly registrationAccessTokenDigest?: string;
  readonly metadataFreshUntil?: Date;
};

/** The clients table. */
@Injectable()
export class ClientRepository {
  private readonly publicUrl: string;

  constructor(
    @InjectRepository(ClientEntity) private readonly rows: Repository<ClientEntity>,
    configuration: Configuration,
  ) {
    this.publicUrl = configuration.server.publicUrl;
  }

  async find(clientId: string): Promise<Client | undefined> {
    const row = await this.rows.findOneBy({ clientId });
    return row === null ? undefined : this.toClient(row);
  }

  async findAll(): Promise<Client[]> {
    const rows = await this.rows.find({ order: { clientId: 'ASC' } });
    return rows.map((row) => this.toClient(row));
  }

  async isEmpty(transaction: Transaction): Promise<boolean> {
    return !(await transaction.exists(ClientEntity));
  }

  /** False when the client id is taken, be it by a transaction that ran at the same time. */
  async insert(transaction: Transaction, client: ClientRow): Promise<boolean> {
    const result = await transaction
      .createQueryBuilder()
      .insert()
      .into(ClientEntity)
      .values({
        ...client,
        jwks: client.jwks ?? null,
        tokenEndpointAuthMethods: [...client.tokenEndpointAuthMethods],
        status: 'active',
        expiresAt: client.expiresAt ?? null,
      })
      .orIgnore()
      .returning('client_id')
      .execute();
    return (result.raw as unknown[]).length === 1;
  }

  /** The client with the digest of the token that manages its registration (RFC 7592). */
  async findWithRegistration(
    clientId: string,
  ): Promise<{ client: Client; registrationAccessTokenDigest: string | undefined } | undefined> {
    const row = await this.rows.findOneBy({ clientId });
    if (row === null) return undefined;
    const registrationAccessTokenDigest = row.registrationAccessTokenDigest ?? undefined;
    return { client: this.toClient(row), registrationAccessTokenDigest };
  }

  /** Describes the client anew; what is not given is gone, except its status. False when there is no such client. */
  async replace(transaction: Transaction, { clientId, ...client }: ClientRow): Promise<boolean> {
    const result = await transaction.update(
      ClientEntity,
      { clientId },
      {
        ...client,
        secretDigest: client.secretDigest ?? null,
        tokenEndpointAuthMethods: [...client.tokenEndpointAuthMethods],
        // TypeORM types a JSON column as if its members could be expressions.
        jwks: (client.jwks ?? null) as never,
        jwksUri: client.jwksUri ?? null,
        clientUri: client.clientUri ?? null,
        logoUri: client.logoUri ?? null,
        policyUri: client.policyUri ?? null,
        tosUri: client.tosUri ?? null,
        expiresAt: client.expiresAt ?? null,
      },
    );
    return result.affected === 1;
  }

  /** False when there is no such client. */
  async update(
    transaction: Transaction,
    clientId: string,
    change: Partial<Pick<ClientEntity, 'status' | 'secretDigest'>>,
  ): Promise<boolean> {
    const result = await transaction.update(ClientEntity, { clientId }, change);
    return result.affected === 1;
  }

  /** With all that belongs to it; false when there is no such client. */
  async delete(transaction: Transaction, clientId: string): Promise<boolean> {
    const result = await transaction.delete(ClientEntity, { clientId });
    return result.affected === 1;
  }

  private toClient(row: ClientEntity): Client {
    const {
      updatedAt: _updatedAt,
      lastUsedAt: _lastUsedAt,
      registrationAccessTokenDigest: _digest,
      ...columns
    } = row;
    return {
      ...columns,
      secretDigest: row.secretDigest ?? undefined,
      jwks: row.jwks ?? undefined,
      jwksUri: row.jwksUri ?? undefined,
      clientUri: row.clientUri ?? undefined,
      logoUri: row.logoUri ?? undefined,
      policyUri: row.policyUri ?? undefined,
      tosUri: row.tosUri ?? undefined,
      metadataFreshUntil: row.metadataFreshUntil ?? undefined,
      expiresAt: row.expiresAt ?? undefined,
      audiences: row.audiences.map((audience) => resolveAudience(audience, this.publicUrl)),
    };
  }
}

/** The audience as it stands in tokens: what begins with `/` is a resource below the public URL. */
export function resolveAudience(audience: string, publicUrl: string): string {
  if (!audience.startsWith('/')) return audience;
  return audience === '/' ? publicUrl : `${publicUrl}${audience}`;
}
