import type { Interaction } from './interactions.js';
import type { Login } from './current-login.js';

/** What each form of an authorization request is for; its token is worth nothing for another. */
export function loginPurpose({ pending }: Interaction): string {
  return `interaction ${pending.id}`;
}

/** Of the password step: for the person who is logged in. */
export function passwordPurpose({ pending }: Interaction, { session }: Login): string {
  return `password ${pending.id} ${session.id}`;
}

/** Of the consent: for the person, and for the very scopes they were shown. */
export function consentPurpose({ pending }: Interaction, { session }: Login, scope: string): string {
  return `consent ${pending.id} ${session.id} ${scope}`;
}
