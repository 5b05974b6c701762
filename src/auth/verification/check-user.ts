import type { User } from '../users/user.js';
import { TokenRefusal } from './token-refusal.js';

/** A token dies with its person: deleted and disabled ones are not told apart to the caller. */
export function checkUser(user: User | undefined): User {
  if (user?.status === 'active') return user;
  throw new TokenRefusal('user_inactive', 'The person of the access token may not use it any more.');
}
