import { ConsentRows } from '../consents/consents.repository.js';
import { Consents } from '../consents/consents.js';
import { AuthorizationCodeRows } from './authorization-codes.repository.js';
import { AuthorizationCodes } from './authorization-codes.js';
import { AuthorizationDecision } from './authorization-decision.js';
import { AuthorizationFlow } from './authorization-flow.js';
import { BrowserCookie } from './browser-cookie.js';
import { PendingAuthorizationRows } from './pending-authorizations.repository.js';
import { PendingAuthorizations } from './pending-authorizations.js';

/** What the authorization endpoint and its pages are made of. */
export const AUTHORIZATION_PROVIDERS = [
  AuthorizationCodeRows,
  AuthorizationCodes,
  AuthorizationDecision,
  AuthorizationFlow,
  BrowserCookie,
  ConsentRows,
  Consents,
  PendingAuthorizationRows,
  PendingAuthorizations,
];
