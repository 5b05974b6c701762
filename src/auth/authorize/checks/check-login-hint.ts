import type { AuthorizationParameters } from '../authorization-parameters.js';

const MAXIMUM_LENGTH = 254;
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]/;

/** A hint and no more (OpenID Connect Core 1.0 §3.1.2.1): one that cannot be a name is dropped. */
export function checkLoginHint(parameters: AuthorizationParameters): string | undefined {
  const hint = parameters.get('login_hint');
  if (hint === undefined || hint.length > MAXIMUM_LENGTH || CONTROL.test(hint)) return undefined;
  return hint;
}
