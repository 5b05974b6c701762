import type { JoseHeader } from '../parse-token.js';
import { TokenRefusal } from '../token-refusal.js';

/** RFC 7515 §4.1.9: media types compare without case, and `application/` may be left out. */
const ACCESS_TOKEN = /^(?:application\/)?at\+jwt$/i;

/** RFC 9068 §4: anything but an access token (an ID token, a client assertion …) is refused. */
export function checkTyp({ typ }: JoseHeader): void {
  if (typeof typ === 'string' && ACCESS_TOKEN.test(typ)) return;
  throw new TokenRefusal('wrong_typ', 'This is not an access token.');
}
