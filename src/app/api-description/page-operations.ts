import type { OperationText } from './operation-text.js';

const PAGE = { 'text/html': { schema: { type: 'string' } } };
const NEXT = { 303: { description: 'To what comes next' } };
const REFUSED = { 400: { description: 'There is nothing to go on with; a page says so.', content: PAGE } };
const FORGED = {
  403: { description: 'The form is not the one this browser was shown; a page says so.', content: PAGE },
};

/** Pages with forms: the token in each form is bound to the browser and to what the form is for. */
const page = (summary: string): OperationText => ({
  summary,
  answers: PAGE,
  responses: { ...NEXT, ...REFUSED },
});
const form = (summary: string): OperationText => ({
  summary,
  description: 'Only by the form of the page before.',
  answers: PAGE,
  responses: { ...NEXT, ...REFUSED, ...FORGED },
});

/** What people see, and the forms they send. */
export const PAGE_OPERATIONS: Readonly<Record<string, OperationText>> = {
  InteractionController_show: page('The step a waiting authorization request is at'),
  InteractionController_showLogin: page('Log in as somebody else'),
  InteractionController_login: form('Log in for an authorization request'),
  InteractionController_identityProvider: form('Log in at another provider for an authorization request'),
  InteractionController_password: form('Choose a password of one’s own'),
  InteractionController_consent: form('Allow or refuse what a client asks for'),
  InteractionController_cancel: form('Give up an authorization request'),
  LoginController_show: page('Log in'),
  LoginController_login: form('Log in'),
  LoginController_identityProvider: form('Log in at another provider'),
  IdentityProviderController_callback: page('Where another provider sends people back to'),
  UpstreamGrantsController_list: page('Servers at which Gatehouse acts for oneself'),
  UpstreamGrantsController_offer: page('Whether to allow Gatehouse to act for oneself at a server'),
  UpstreamGrantsController_decide: form('Be sent to a server to allow it there'),
  UpstreamGrantsController_callback: page('Where the authorization server of a server sends people back to'),
  UpstreamGrantsController_disconnect: form('Take back what one allowed at a server'),
  AccountController_show: page('One’s own logins and connected clients'),
  AccountController_endSession: form('End a login of one’s own'),
  AccountController_revokeClient: form('Take back what a client was allowed'),
  AccountController_changePassword: form('Change one’s own password'),
};
