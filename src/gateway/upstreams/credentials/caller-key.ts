import type { Principal } from '../../../common/principal.js';

/** What callers are told apart by where something is kept for one: it is as good as the scopes it was made with. */
export function callerKey({ kind, subject, clientId, scopes }: Principal): string {
  return JSON.stringify([kind, subject, clientId, scopes]);
}
