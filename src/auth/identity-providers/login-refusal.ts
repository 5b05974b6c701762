import { ProblemError } from '../../common/problem-error.js';

/** Why somebody who comes back from a provider is not logged in; the word is for the record. */
export type LoginRefusalReason =
  | 'state_unknown'
  | 'provider_denied'
  | 'provider_answer'
  | 'login_age_unknown'
  | 'login_too_old'
  | 'required_claim'
  | 'email_domain'
  | 'identity_unknown'
  | 'user_disabled';

const PUBLIC_DETAILS: Readonly<Record<LoginRefusalReason, string>> = {
  state_unknown:
    'This login was finished already, has expired, or was begun in another browser. Start again.',
  provider_denied: 'The identity provider did not log you in.',
  provider_answer: 'The answer of the identity provider is not one that this server can accept.',
  login_age_unknown:
    'The application wants a recent login, and the identity provider does not say when you logged in.',
  login_too_old:
    'The application wants a recent login. Log in at the identity provider anew, and start again.',
  required_claim: 'Your account at the identity provider may not log in here.',
  email_domain: 'Your account at the identity provider may not log in here.',
  identity_unknown: 'There is no account for you here yet; ask an administrator.',
  user_disabled: 'This account may not log in.',
};
const BAD_REQUESTS: readonly LoginRefusalReason[] = ['state_unknown', 'provider_denied', 'provider_answer'];

/** No login through an identity provider; answered as a page. */
export class ProviderLoginRefusedError extends ProblemError {
  constructor(
    readonly reason: LoginRefusalReason,
    options?: { cause?: unknown },
  ) {
    const status = BAD_REQUESTS.includes(reason) ? 400 : 403;
    super({ status, code: 'login-refused', title: 'Login Refused' }, PUBLIC_DETAILS[reason], options);
  }
}
