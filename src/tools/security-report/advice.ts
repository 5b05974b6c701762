import type { RecommendationCode } from '../../audit/index.js';

/** What to do, in words for the reader of the report. */
export const ADVICE: Readonly<Record<RecommendationCode, string>> = {
  handle_incidents: 'Handle the open incidents of high or critical severity first.',
  find_secret_guessing:
    'Many wrong client secrets: find out who is guessing and rotate the secrets concerned.',
  review_locked_clients:
    'Clients were locked out after wrong secrets: ask their owners, then unlock or disable them.',
  review_refusals: 'A large share of accesses is refused: check which clients lack scopes or use bad tokens.',
  fix_failures: 'An unusual share of accesses fails: look into the reasons listed.',
  review_kept_pii:
    'Personal data left unchanged under a keep policy: check that each of these tools has to do so.',
  tell_senders_about_pii: 'Calls were rejected for personal data: tell the senders what not to send.',
  grant_missing_scopes: 'Callers repeatedly lack a scope: grant it, or take the tool out of their hands.',
  nothing_recorded: 'Nothing was recorded in this period: check that the service is in use and reachable.',
  nothing_unusual: 'Nothing unusual was found.',
};
