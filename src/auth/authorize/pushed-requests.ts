import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import { Transactions } from '../../database/index.js';
import { digestToken, FieldCipher, randomSecret } from '../../security/crypto/index.js';
import { InvalidRequestUriError } from '../errors/authorization-errors.js';
import { AuthorizationParameters } from './authorization-parameters.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { PushedRequestRows } from './pushed-requests.repository.js';

const PREFIX = 'urn:ietf:params:oauth:request_uri:';
const REFERENCE = /^[\w-]{43}$/;
/** RFC 9126 §2.2 has between 5 and 600 in mind; a browser is redirected within seconds. */
export const PUSHED_SECONDS = 90;

/** Authorization requests that clients sent ahead (RFC 9126), each to be used once by the client that pushed it. */
@Injectable()
export class PushedRequests {
  constructor(
    private readonly rows: PushedRequestRows,
    private readonly cipher: FieldCipher,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
  ) {}

  /** Keeps the parameters of a request that passed every check, and records it; resolves with its `request_uri`. */
  async push(request: AuthorizationRequest, parameters: AuthorizationParameters): Promise<string> {
    const reference = randomSecret();
    const digest = digestToken(reference);
    const { clientId } = request.client;
    await this.transactions.run(async (transaction) => {
      await this.rows.insert(transaction, {
        digest,
        clientId,
        parameters: this.cipher.encrypt(parameters.toForm(), addressOf(digest)),
        lifeSeconds: PUSHED_SECONDS,
      });
      await this.audit.recordWithin(transaction, {
        eventType: 'authorization.requested',
        outcome: 'success',
        actor: { kind: 'client', subject: clientId },
        client: clientId,
        details: { pushed: true, scope: request.scopes.join(' '), audience: request.audience },
      });
    });
    return `${PREFIX}${reference}`;
  }

  /**
   * The parameters behind a `request_uri`, which are gone from then on.
   *
   * @throws InvalidRequestUriError when it is unknown, used, expired, or another client's.
   */
  async take(requestUri: string, clientId: string): Promise<AuthorizationParameters> {
    const reference = requestUri.slice(PREFIX.length);
    const digest = digestToken(reference);
    const envelope = REFERENCE.test(reference)
      ? await this.transactions.run((transaction) => this.rows.take(transaction, digest, clientId))
      : undefined;
    if (envelope === undefined)
      throw new InvalidRequestUriError('The request_uri is not known, was used before, or has expired.');
    const form = new URLSearchParams(this.cipher.decrypt(envelope, addressOf(digest)));
    form.set('client_id', clientId);
    return new AuthorizationParameters(form);
  }
}

/** Whether the `request_uri` is one that this server hands out, and not one to be fetched. */
export function isPushedRequestUri(requestUri: string): boolean {
  return requestUri.startsWith(PREFIX);
}

function addressOf(rowId: string) {
  return { table: 'pushed_authorization_requests', column: 'parameters', rowId };
}
