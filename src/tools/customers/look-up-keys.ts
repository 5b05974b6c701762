/** Fewest digits that are worth looking up as a telephone number. */
const PHONE_MINIMUM_DIGITS = 7;
const HONORIFIC = /(?<=\S)(?:\s*님|\s+씨|\s*고객님|\s+고객)$/u;
const TITLE = /^(?:mr|mrs|ms|dr)\.?\s+/iu;

/** One spelling per name: composed Unicode, single blanks, lower case. */
export function normalizeName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

/** Mail systems treat addresses without regard to case in practice, so look-ups do too. */
export function normalizeEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** Digits alone; Korea's country code becomes the trunk prefix: `+82 10-1234-5678` and `010 1234 5678` are one number. */
export function normalizePhone(phone: string): string {
  const text = phone.normalize('NFKC');
  const digits = text.replace(/\D/gu, '');
  const national = /^(?:\s*\(?\+|00)\s*82/u.test(text) ? digits.replace(/^0{0,2}82/u, '') : undefined;
  return national === undefined ? digits : `0${national.replace(/^0/u, '')}`;
}

export interface LookUpKeys {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/**
 * What a free-text query could mean: the name it is (with and without a title such as 님 or Mr.),
 * the e-mail address in it, the telephone number in it. All normalised.
 */
export function lookUpKeys(query: string): LookUpKeys {
  const email = query.normalize('NFKC').match(/[^\s@<>(),;]{1,64}@[^\s@<>(),;]{1,255}/u)?.[0];
  const phone = email === undefined ? normalizePhone(query) : '';
  return {
    names: [...new Set([normalizeName(query), normalizeName(withoutTitle(query))])],
    emails: email === undefined ? [] : [normalizeEmail(email)],
    phones: phone.length >= PHONE_MINIMUM_DIGITS ? [phone] : [],
  };
}

function withoutTitle(name: string): string {
  return name.trim().replace(HONORIFIC, '').replace(TITLE, '');
}
