import type { FastifyReply } from 'fastify';
import { sendPage } from '../pages/page.js';
import { requestLanguage } from '../pages/request-language.js';
import { FORM_POST_SCRIPT_SOURCE, formPostPage } from '../pages/views/form-post-page.js';
import { leavePage } from '../pages/views/leave-page.js';
import { toErrorText, type OAuthError } from '../errors/oauth-error.js';
import type { AuthorizationRequest, ResponseMode } from './authorization-request.js';

/** What goes back to the client through the browser (RFC 6749 §4.1.2). */
export interface AuthorizationResponse {
  readonly redirectUri: string;
  /** Names as registered; always with `iss` (RFC 9207). */
  readonly parameters: Readonly<Record<string, string>>;
  readonly mode: ResponseMode;
}

/** What of a request decides where its answer goes. */
export type ResponseTarget = Pick<AuthorizationRequest, 'redirectUri' | 'responseMode' | 'state'>;

/** A response with `state` and `iss` added: success or error, a client can tell who it is from (RFC 9207 §2). */
export function responseTo(
  target: ResponseTarget,
  issuer: string,
  parameters: Readonly<Record<string, string>>,
): AuthorizationResponse {
  const state = target.state === undefined ? undefined : { state: target.state };
  return {
    redirectUri: target.redirectUri,
    parameters: { ...parameters, ...state, iss: issuer },
    mode: target.responseMode,
  };
}

/** RFC 6749 §4.1.2.1. */
export function errorResponseTo(
  target: ResponseTarget,
  issuer: string,
  error: OAuthError,
): AuthorizationResponse {
  return responseTo(target, issuer, {
    error: error.code,
    error_description: toErrorText(error.publicDetail),
  });
}

/**
 * Sends the browser back to the client: by 303, which turns every method into GET (RFC 9700 §4.12),
 * or by a form that posts itself.
 */
export function sendAuthorizationResponse(reply: FastifyReply, response: AuthorizationResponse): void {
  if (response.mode === 'form_post') return sendFormPost(reply, response);
  void reply
    .status(303)
    .headers({ Location: locationOf(response), 'Cache-Control': 'no-store', Pragma: 'no-cache' })
    .send();
}

/** A page with the way to the client, for the person to take or not. */
export function offerAuthorizationResponse(
  reply: FastifyReply,
  response: AuthorizationResponse,
  clientName: string,
): void {
  const { mode, redirectUri, parameters } = response;
  const isForm = mode === 'form_post';
  const page = leavePage({
    language: requestLanguage(reply.request),
    clientName,
    detail: parameters['error_description'],
    wayOut: isForm ? { uri: redirectUri, fields: parameters } : { uri: locationOf(response) },
  });
  // A person who gave up made no mistake.
  const status = parameters['error'] === 'access_denied' ? 200 : 400;
  sendPage(reply, status, page, { formTargets: isForm ? [redirectUri] : [] });
}

/** The redirect URI keeps the query it was registered with (RFC 6749 §3.1.2). */
export function locationOf({ redirectUri, parameters }: AuthorizationResponse): string {
  const query = new URLSearchParams(parameters).toString();
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`;
}

/** OAuth 2.0 Form Post Response Mode §2. */
function sendFormPost(reply: FastifyReply, { redirectUri, parameters }: AuthorizationResponse): void {
  const page = formPostPage({ language: requestLanguage(reply.request), action: redirectUri, parameters });
  sendPage(reply, 200, page, { scriptSource: FORM_POST_SCRIPT_SOURCE, formTargets: [redirectUri] });
}
