import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Configuration } from '../../config/index.js';
import { Transactions, type Transaction } from '../../database/index.js';
import { matchesDigest, randomSecret } from '../../security/crypto/index.js';
import { AdministratorCredentials } from './administrator-credentials.js';
import { ClientAdministration } from './client-administration.js';
import { ClientRepository } from './client.repository.js';
import { newClientSchema } from './new-client.js';
import { StartRefusal } from '../../common/start-refusal.js';

/** Published in the documentation: good for a first try on a laptop, refused in production. */
export const DEVELOPMENT_CLIENT_SECRET = 'secret';

/** The client of the documentation's examples. RS256, because Azure API Management verifies nothing but RSA. */
export const DEVELOPMENT_CLIENT = newClientSchema([]).parse({
  clientId: 'mcp-client',
  clientName: 'Development client',
  scopes: ['mcp.access', 'read', 'write', 'audit.read', 'User.Read', 'User.Write'],
  defaultScopes: ['mcp.access'],
  audiences: ['/', '/mcp', 'mcp-client'],
  tokenSigningAlgorithm: 'RS256',
});

export const ADMINISTRATOR_CLIENT = newClientSchema([]).parse({
  clientId: 'gatehouse-admin',
  clientName: 'Administrator',
  roles: ['admin'],
  defaultScopes: ['mcp.access', 'read', 'write', 'audit.read', 'User.Read', 'User.Write', 'Admin.Write'],
});

/** The clients of an empty database, and the check that development's never reaches production. */
@Injectable()
export class InitialClients implements OnApplicationBootstrap {
  constructor(
    private readonly repository: ClientRepository,
    private readonly administration: ClientAdministration,
    private readonly credentials: AdministratorCredentials,
    private readonly transactions: Transactions,
    private readonly configuration: Configuration,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.createOnEmptyDatabase();
    if (this.configuration.isProduction && this.servesHttp()) await this.refuseDevelopmentSecret();
  }

  private async createOnEmptyDatabase(): Promise<void> {
    const clientSecret = randomSecret();
    const created = await this.transactions.run(async (transaction) => {
      if (!(await this.repository.isEmpty(transaction))) return false;
      if (!this.configuration.isProduction) {
        await this.administration.insert(transaction, DEVELOPMENT_CLIENT, DEVELOPMENT_CLIENT_SECRET);
      }
      return this.createAdministrator(transaction, clientSecret);
    });
    if (created) this.credentials.announce(ADMINISTRATOR_CLIENT.clientId, clientSecret);
  }

  /** Only one of several replicas that start together inserts, and only that one writes and prints the secret. */
  private async createAdministrator(transaction: Transaction, clientSecret: string): Promise<boolean> {
    if (!(await this.administration.insert(transaction, ADMINISTRATOR_CLIENT, clientSecret))) return false;
    // Before the commit: a secret whose digest is stored must never be lost.
    await this.credentials.write(ADMINISTRATOR_CLIENT.clientId, clientSecret);
    return true;
  }

  /** The command line serves nothing, and is what repairs this. */
  private servesHttp(): boolean {
    return this.adapterHost.httpAdapter !== undefined && this.adapterHost.httpAdapter !== null;
  }

  private async refuseDevelopmentSecret(): Promise<void> {
    const client = await this.repository.find(DEVELOPMENT_CLIENT.clientId);
    if (client?.secretDigest === undefined || client.status !== 'active') return;
    if (!matchesDigest(DEVELOPMENT_CLIENT_SECRET, client.secretDigest)) return;
    throw new DevelopmentSecretError(client.clientId);
  }
}

/** Production was started on a database whose development client still has its published secret. */
export class DevelopmentSecretError extends StartRefusal {
  constructor(clientId: string) {
    super(
      `NODE_ENV=production refuses the published development secret of the client ${clientId}. ` +
        `Run \`npm run cli -- client rotate-secret ${clientId}\` or \`npm run cli -- client disable ${clientId}\`, then start again.`,
    );
  }
}
