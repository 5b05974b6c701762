/** Starts every refresh token, so that people and secret scanners recognise one. */
const PREFIX = 'gr_';
/** 32 random bytes in base64url. */
const REFRESH_TOKEN = /^gr_[A-Za-z0-9_-]{43}$/;

/** Whether it can be one at all; saves a look-up for what cannot. */
export function isWellFormedRefreshToken(token: string): boolean {
  return REFRESH_TOKEN.test(token);
}

/** The token made of a random secret. */
export function refreshTokenOf(secret: string): string {
  return PREFIX + secret;
}
