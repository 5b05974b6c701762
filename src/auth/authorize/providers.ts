import { ConsentRows } from '../consents/consents.repository.js';
import { Consents } from '../consents/consents.js';
import { IdTokenHints } from '../id-tokens/id-token-hints.js';
import { IdTokens } from '../id-tokens/id-tokens.js';
import { AuthorizationCodeGrant } from '../token/grants/authorization-code.grant.js';
import { AuthorizationCodeRows } from './authorization-codes.repository.js';
import { AuthorizationCodes } from './authorization-codes.js';
import { AuthorizationDecision } from './authorization-decision.js';
import { AuthorizationEndpoint } from './authorization-endpoint.js';
import { AuthorizationFlow } from './authorization-flow.js';
import { AuthorizationRequests } from './authorization-requests.js';
import { AuthorizeController } from './authorize.controller.js';
import { BrowserCookie } from './browser-cookie.js';
import { PendingAuthorizationRows } from './pending-authorizations.repository.js';
import { PendingAuthorizations } from './pending-authorizations.js';
import { PushedAuthorizationEndpoint } from './pushed-authorization-endpoint.js';
import { PushedAuthorizationController } from './pushed-authorization.controller.js';
import { PushedRequestRows } from './pushed-requests.repository.js';
import { PushedRequests } from './pushed-requests.js';

/** What the authorization endpoint and its pages are made of. */
export const AUTHORIZATION_PROVIDERS = [
  AuthorizationCodeGrant,
  AuthorizationCodeRows,
  AuthorizationCodes,
  AuthorizationDecision,
  AuthorizationEndpoint,
  AuthorizationFlow,
  AuthorizationRequests,
  BrowserCookie,
  ConsentRows,
  Consents,
  IdTokenHints,
  IdTokens,
  PendingAuthorizationRows,
  PendingAuthorizations,
  PushedAuthorizationEndpoint,
  PushedRequestRows,
  PushedRequests,
];

export const AUTHORIZATION_CONTROLLERS = [AuthorizeController, PushedAuthorizationController];
