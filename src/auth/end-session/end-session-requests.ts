import { Injectable } from '@nestjs/common';
import type { Client } from '../clients/client.js';
import { Clients } from '../clients/clients.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { IdTokenHints, type IdTokenHint } from '../id-tokens/id-token-hints.js';
import { FormParameters } from '../token/form-parameters.js';

/** A logout that a client asks for (OpenID Connect RP-Initiated Logout 1.0 §2), checked. */
export interface EndSessionRequest {
  readonly hint: IdTokenHint | undefined;
  readonly client: Client | undefined;
  /** One that the client has registered. */
  readonly postLogoutRedirectUri: string | undefined;
  readonly state: string | undefined;
}

const VISIBLE = /^[\x20-\x7E]{1,4096}$/;

/** Reads logout requests; nobody is redirected to where no client has registered to get people back. */
@Injectable()
export class EndSessionRequests {
  constructor(
    private readonly clients: Clients,
    private readonly hints: IdTokenHints,
  ) {}

  /** @throws InvalidRequestError, to be shown to the person. */
  async read(form: URLSearchParams): Promise<EndSessionRequest> {
    const parameters = new FormParameters(form);
    const hint = await this.hintOf(parameters);
    const client = await this.clientOf(parameters, hint);
    const state = parameters.get('state');
    if (state !== undefined && !VISIBLE.test(state))
      throw new InvalidRequestError('The state is too long, or holds characters that are not allowed.');
    return { hint, client, postLogoutRedirectUri: redirectOf(parameters, client), state };
  }

  private async hintOf(parameters: FormParameters): Promise<IdTokenHint | undefined> {
    const token = parameters.get('id_token_hint');
    return token === undefined ? undefined : this.hints.read(token);
  }

  private async clientOf(
    parameters: FormParameters,
    hint: IdTokenHint | undefined,
  ): Promise<Client | undefined> {
    const claimed = parameters.get('client_id');
    if (claimed !== undefined && hint !== undefined && claimed !== hint.clientId)
      throw new InvalidRequestError('The id_token_hint was issued to another client.');
    const clientId = claimed ?? hint?.clientId;
    if (clientId === undefined) return undefined;
    const client = await this.clients.find(clientId);
    if (client === undefined) throw new InvalidRequestError('The client is not known.');
    return client;
  }
}

/** Compared as strings; the loopback rule is for codes alone. */
function redirectOf(parameters: FormParameters, client: Client | undefined): string | undefined {
  const requested = parameters.get('post_logout_redirect_uri');
  if (requested === undefined) return undefined;
  if (client?.postLogoutRedirectUris.includes(requested) === true) return requested;
  throw new InvalidRequestError('The post_logout_redirect_uri is not one the client has registered.');
}
