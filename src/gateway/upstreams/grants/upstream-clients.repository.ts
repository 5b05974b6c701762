import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../audit/index.js';
import { Transactions } from '../../../database/index.js';
import { FieldCipher } from '../../../security/crypto/index.js';
import type { ClientIdentity } from '../oauth/oauth-client.js';
import { RegisteredClients, type RegistrationKey } from '../oauth/registered-clients.js';

const FIND = `
  SELECT registration FROM upstream_clients WHERE upstream = $1 AND issuer = $2 AND redirect_uri = $3`;
const INSERT = `
  INSERT INTO upstream_clients (upstream, issuer, redirect_uri, registration) VALUES ($1, $2, $3, $4)
  ON CONFLICT (upstream, issuer, redirect_uri) DO NOTHING
  RETURNING upstream`;

/** The upstream_clients table: who we are at authorization servers where we registered ourselves. */
@Injectable()
export class UpstreamClientRows extends RegisteredClients {
  constructor(
    private readonly transactions: Transactions,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  async find(key: RegistrationKey): Promise<ClientIdentity | undefined> {
    const [row] = await this.transactions.run((transaction) =>
      transaction.query<{ registration: string }[]>(FIND, columnsOf(key)),
    );
    return row && (JSON.parse(this.cipher.decrypt(row.registration, addressOf(key))) as ClientIdentity);
  }

  async keep(key: RegistrationKey, client: ClientIdentity): Promise<ClientIdentity> {
    const registration = this.cipher.encrypt(JSON.stringify(client), addressOf(key));
    await this.transactions.run(async (transaction) => {
      const kept = await transaction.query<unknown[]>(INSERT, [...columnsOf(key), registration]);
      if (kept.length === 0) return;
      await this.audit.recordWithin(transaction, {
        eventType: 'upstream-client.registered',
        outcome: 'success',
        target: { type: 'upstream', id: key.upstream },
        details: { issuer: key.issuer },
      });
    });
    return (await this.find(key)) ?? client;
  }
}

function columnsOf({ upstream, issuer, redirectUri }: RegistrationKey): string[] {
  return [upstream, issuer, redirectUri];
}

function addressOf(key: RegistrationKey) {
  return { table: 'upstream_clients', column: 'registration', rowId: JSON.stringify(columnsOf(key)) };
}
