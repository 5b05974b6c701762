import type { AuthorizationParameters } from '../authorization-parameters.js';

/** The shape of RFC 5646 §2.1 tags. */
const TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,7}$/;
const MAXIMUM = 10;

/** Languages in the order the client prefers; what is no tag is no error (OpenID Connect Core 1.0 §3.1.2.1). */
export function checkUiLocales(parameters: AuthorizationParameters): string[] {
  const tags = (parameters.get('ui_locales') ?? '').split(' ').filter((tag) => TAG.test(tag));
  return tags.slice(0, MAXIMUM);
}
