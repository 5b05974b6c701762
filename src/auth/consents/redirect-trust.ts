import { Injectable } from '@nestjs/common';
import type { Client } from '../clients/client.js';
import { describeDestination } from '../pages/views/destination.js';
import { Consents } from './consents.js';

/**
 * Where a browser may be sent without asking the person (RFC 9700 §4.11.2). Anybody can register a client, and then an
 * address of this server would lead to theirs: to somebody who trusts this server, a page there passes for ours.
 */
@Injectable()
export class RedirectTrust {
  constructor(private readonly consents: Consents) {}

  /**
   * True for the clients of administrators, for programs on the person's own machine, and for what this person has
   * allowed something before.
   *
   * @param userId who is known to sit at the browser; undefined = nobody is.
   * @throws ServiceUnavailableError when the database does not answer.
   */
  async covers(client: Client, uri: string, userId: string | undefined): Promise<boolean> {
    if (client.registrationOrigin === 'administrator') return true;
    if (describeDestination(uri).kind !== 'site') return true;
    return userId !== undefined && (await this.consents.isKnown(userId, client.clientId));
  }
}
