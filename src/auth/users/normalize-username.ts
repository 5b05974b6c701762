/** What is equal to a person has to be equal to the octet: Unicode NFKC, then lower case. */
export function normalizeUsername(username: string): string {
  return username.normalize('NFKC').toLowerCase();
}
