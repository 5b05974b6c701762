/** Starts every API key, so that people and secret scanners recognise one. */
const PREFIX = 'gk_';
/** 32 random bytes in base64url. */
const API_KEY = /^gk_[A-Za-z0-9_-]{43}$/;

/** Whether a bearer credential claims to be an API key: a JWT begins with an encoded `{`, never like this. */
export function isApiKey(credential: string): boolean {
  return credential.startsWith(PREFIX);
}

/** Whether it can be one at all; saves a look-up for what cannot. */
export function isWellFormedApiKey(credential: string): boolean {
  return API_KEY.test(credential);
}

/** The key made of a random secret. */
export function apiKeyOf(secret: string): string {
  return PREFIX + secret;
}
