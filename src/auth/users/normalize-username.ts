/** UTF-16 units; more than any username has, however it is composed. */
const MAXIMUM_UNITS = 512;

/** What is equal to a person has to be equal to the octet: Unicode NFKC, then lower case. */
export function normalizeUsername(username: string): string {
  return username.slice(0, MAXIMUM_UNITS).normalize('NFKC').toLowerCase();
}
