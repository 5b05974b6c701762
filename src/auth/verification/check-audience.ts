import { TokenRefusal } from './token-refusal.js';

/** RFC 9068 §4, RFC 8707: the token names the resource it is used at. Asked for every use, cached or not. */
export function checkAudience(audience: readonly string[], accepted: readonly string[]): void {
  if (audience.some((each) => accepted.includes(each))) return;
  throw new TokenRefusal('wrong_audience', 'The access token was not issued for this resource.');
}
