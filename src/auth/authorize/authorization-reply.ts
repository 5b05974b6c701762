import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Client } from '../clients/client.js';
import { RedirectTrust } from '../consents/redirect-trust.js';
import {
  offerAuthorizationResponse,
  sendAuthorizationResponse,
  type AuthorizationResponse,
} from './authorization-response.js';

/** How clients are answered when the person has not just decided about it on a page that says where the answer goes. */
@Injectable()
export class AuthorizationReply {
  constructor(private readonly trust: RedirectTrust) {}

  /**
   * Sends the browser back to the client, or shows the person the way there (RFC 9700 §4.11.2).
   *
   * @param userId who is logged in at the browser; undefined = nobody.
   */
  async send(
    reply: FastifyReply,
    client: Client,
    response: AuthorizationResponse,
    userId: string | undefined,
  ): Promise<void> {
    // The answer was given and cannot be had again: where it cannot be known, the person is asked.
    const isTrusted = await this.trust.covers(client, response.redirectUri, userId).catch(() => false);
    if (isTrusted) return sendAuthorizationResponse(reply, response);
    offerAuthorizationResponse(reply, response, client.clientName);
  }
}
