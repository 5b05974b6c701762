/** UTF-16 units; 256 syllables take 768 when a keyboard sends them as jamo. */
const MAXIMUM_UNITS = 1_024;

/**
 * NIST SP 800-63B-4 §3.1.1.2: the same password however a keyboard composes it, Korean ones above all.
 * What is longer than any password may be becomes the empty one, which nobody has.
 */
export function normalizePassword(password: string): string {
  return password.length > MAXIMUM_UNITS ? '' : password.normalize('NFKC');
}
