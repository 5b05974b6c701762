import 'reflect-metadata';
import { Test } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import { CliModule } from '../../src/admin/cli/cli.module.js';
import { ClientAdministration, UserAdministration } from '../../src/auth/index.js';
import type { NewClientInput } from '../../src/auth/clients/new-client.js';
import { RefreshTokens } from '../../src/auth/refresh-tokens/refresh-tokens.js';
import { TokenFamilies } from '../../src/auth/token-families/token-families.repository.js';
import { UserRepository } from '../../src/auth/users/user.repository.js';
import { Configuration } from '../../src/config/index.js';
import { Transactions } from '../../src/database/index.js';
import type { TestUser } from './people.js';
import { configurationOf } from './test-configuration.js';
import type { TestDatabase } from './test-database.js';

/** As the redemption of a code leaves it. */
const INSERT_FIRST = `
  INSERT INTO refresh_tokens (digest, family_id, generation, expires_at)
  SELECT $1, id, 1, expires_at FROM token_families WHERE id = $2`;
const DAY_MS = 86_400_000;

export interface SeededClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface SeededFamily {
  readonly id: string;
  readonly userId: string;
  /** The first of the family. */
  readonly refreshToken: string;
}

export interface FamilySeed {
  readonly clientId: string;
  readonly userId: string;
  readonly audience: readonly string[];
  readonly scopes?: readonly string[];
  readonly expiresAt?: Date;
}

/** Puts people, clients and token families beside a running service, as an authorization would. */
export interface TokenSeed {
  client(input?: Partial<NewClientInput>): Promise<SeededClient>;
  /** One without a secret. */
  publicClient(): Promise<SeededClient>;
  /** @returns the person's id. */
  user(roles?: readonly string[]): Promise<string>;
  /** Somebody who can log in. */
  person(roles?: readonly string[]): Promise<TestUser>;
  family(seed: FamilySeed): Promise<SeededFamily>;
  close(): Promise<void>;
}

/** The services that a seed and, in tests without a server, everything else is done with. */
interface Services {
  get<T>(type: abstract new (...parameters: never[]) => T): T;
}

export async function openTokenSeed(database: TestDatabase): Promise<TokenSeed> {
  const module = await Test.createTestingModule({ imports: [CliModule] })
    .overrideProvider(Configuration)
    .useValue(configurationOf(database))
    .compile();
  await module.init();
  return tokenSeedOf(module, () => module.close());
}

export function tokenSeedOf(services: Services, close = () => Promise.resolve()): TokenSeed {
  const transactions = services.get(Transactions);
  return {
    async client(input = {}) {
      const clientId = `client-${randomUUID().slice(0, 8)}`;
      const { clientSecret = '' } = await services.get(ClientAdministration).create({
        clientId,
        clientName: clientId,
        grantTypes: ['client_credentials', 'authorization_code', 'refresh_token'],
        redirectUris: ['https://client.example/callback'],
        roles: ['user'],
        scopes: ['mcp.access', 'openid', 'profile', 'email'],
        defaultScopes: ['mcp.access'],
        ...input,
      });
      return { clientId, clientSecret };
    },
    publicClient() {
      return this.client({
        applicationType: 'native',
        tokenEndpointAuthMethods: ['none'],
        grantTypes: ['authorization_code', 'refresh_token'],
      });
    },
    async user(roles = ['user']) {
      const id = randomUUID();
      await transactions.run((transaction) =>
        services.get(UserRepository).insert(transaction, {
          id,
          username: `person-${id}`,
          email: undefined,
          emailVerified: false,
          displayName: undefined,
          passwordDigest: undefined,
          mustChangePassword: false,
          roles,
        }),
      );
      return id;
    },
    async person(roles = ['user']) {
      const credentials = { username: `person-${randomUUID()}`, password: `${randomUUID()}${randomUUID()}` };
      const id = await services.get(UserAdministration).create({ ...credentials, roles: [...roles] });
      return { id, ...credentials };
    },
    family({ clientId, userId, audience, scopes = ['openid', 'mcp.access', 'read', 'write'], expiresAt }) {
      const id = randomUUID();
      return transactions.run(async (transaction) => {
        await services.get(TokenFamilies).insert(transaction, {
          id,
          userId,
          clientId,
          sessionId: undefined,
          scopes,
          audience,
          authenticatedAt: new Date(),
          expiresAt: expiresAt ?? new Date(Date.now() + DAY_MS),
        });
        const { token, digest } = services.get(RefreshTokens).first();
        await transaction.query(INSERT_FIRST, [digest, id]);
        return { id, userId, refreshToken: token };
      });
    },
    close,
  };
}
