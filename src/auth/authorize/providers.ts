import { ConsentRows } from '../consents/consents.repository.js';
import { Consents } from '../consents/consents.js';
import { RedirectTrust } from '../consents/redirect-trust.js';
import { EndSession } from '../end-session/end-session.js';
import { EndSessionController } from '../end-session/end-session.controller.js';
import { EndSessionRequests } from '../end-session/end-session-requests.js';
import { IdTokenHints } from '../id-tokens/id-token-hints.js';
import { IdTokens } from '../id-tokens/id-tokens.js';
import { CodeSelection } from '../token/code-selection.js';
import { AuthorizationCodeGrant } from '../token/grants/authorization-code.grant.js';
import { UserInfo } from '../userinfo/userinfo.js';
import { UserInfoController } from '../userinfo/userinfo.controller.js';
import { AuthorizationCodeRows } from './authorization-codes.repository.js';
import { AuthorizationCodes } from './authorization-codes.js';
import { AuthorizationDecision } from './authorization-decision.js';
import { AuthorizationEndpoint } from './authorization-endpoint.js';
import { AuthorizationFlow } from './authorization-flow.js';
import { AuthorizationReply } from './authorization-reply.js';
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
  CodeSelection,
  ConsentRows,
  Consents,
  RedirectTrust,
  AuthorizationReply,
  EndSession,
  EndSessionRequests,
  IdTokenHints,
  IdTokens,
  PendingAuthorizationRows,
  PendingAuthorizations,
  PushedAuthorizationEndpoint,
  PushedRequestRows,
  PushedRequests,
  UserInfo,
];

export const AUTHORIZATION_CONTROLLERS = [
  AuthorizeController,
  EndSessionController,
  PushedAuthorizationController,
  UserInfoController,
];
