import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import type { Client } from '../clients/client.js';
import { OAuthError } from '../errors/oauth-error.js';
import { IdTokenHints } from '../id-tokens/id-token-hints.js';
import { MetadataDocumentClients } from '../metadata-documents/metadata-document-clients.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { AudienceSelection } from '../token/audience-selection.js';
import type { AuthorizationParameters } from './authorization-parameters.js';
import type { AuthorizationRequest } from './authorization-request.js';
import type { ResponseTarget } from './authorization-response.js';
import { checkClient } from './checks/check-client.js';
import { checkIdTokenHint } from './checks/check-id-token-hint.js';
import { checkLoginHint } from './checks/check-login-hint.js';
import { checkMaxAge } from './checks/check-max-age.js';
import { checkNonce } from './checks/check-nonce.js';
import { checkPkce } from './checks/check-pkce.js';
import { checkPrompt } from './checks/check-prompt.js';
import { checkRedirectUri, type RedirectTarget } from './checks/check-redirect-uri.js';
import { checkRequestObject } from './checks/check-request-object.js';
import { checkResource } from './checks/check-resource.js';
import { checkResponseMode } from './checks/check-response-mode.js';
import { checkResponseType } from './checks/check-response-type.js';
import { checkScope } from './checks/check-scope.js';
import { checkState } from './checks/check-state.js';
import { checkUiLocales } from './checks/check-ui-locales.js';

/** Who asked, and where the answer may go. */
export interface Addressee extends RedirectTarget {
  readonly client: Client;
}

/** Reads authorization requests (RFC 6749 §4.1.1): first whom to answer, then everything else. */
@Injectable()
export class AuthorizationRequests {
  constructor(
    private readonly clients: MetadataDocumentClients,
    private readonly authority: ScopeAuthority,
    private readonly audiences: AudienceSelection,
    private readonly hints: IdTokenHints,
    private readonly clock: Clock,
  ) {}

  /**
   * The two things without which there is nobody to redirect to (RFC 6749 §4.1.2.1).
   *
   * @throws InvalidRequestError, to be shown to the person.
   */
  async addressee(parameters: AuthorizationParameters): Promise<Addressee> {
    const client = await checkClient(parameters, this.clients, this.clock.now());
    return { client, ...checkRedirectUri(parameters, client) };
  }

  /**
   * The request, every check passed.
   *
   * @throws OAuthError, to be sent to the client.
   */
  async check(parameters: AuthorizationParameters, addressee: Addressee): Promise<AuthorizationRequest> {
    const { client } = addressee;
    const state = checkState(parameters);
    const responseMode = checkResponseMode(parameters);
    checkResponseType(parameters, client);
    checkRequestObject(parameters);
    return {
      ...addressee,
      state,
      responseMode,
      codeChallenge: checkPkce(parameters),
      nonce: checkNonce(parameters),
      prompt: checkPrompt(parameters),
      maxAge: checkMaxAge(parameters),
      audience: checkResource(parameters, client, this.audiences),
      scopes: await checkScope(parameters, client, this.authority),
      loginHint: checkLoginHint(parameters),
      uiLocales: checkUiLocales(parameters),
      expectedUserId: await checkIdTokenHint(parameters, this.hints),
    };
  }
}

/** Where to send an error: as much of the request's own wish as can be read. */
export function errorTargetOf(
  parameters: AuthorizationParameters,
  { redirectUri }: Addressee,
): ResponseTarget {
  return {
    redirectUri,
    responseMode: readable(() => checkResponseMode(parameters)) ?? 'query',
    state: readable(() => checkState(parameters)),
  };
}

function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof OAuthError) return undefined;
    throw error;
  }
}
