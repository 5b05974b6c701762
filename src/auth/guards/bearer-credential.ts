import {
  InvalidBearerRequestError,
  InvalidTokenError,
  MissingTokenError,
  type ChallengeContext,
} from '../challenges/bearer-errors.js';

/** The raw side of an HTTP request: Node joins or drops repeated headers, so its own view cannot be trusted here. */
export interface RawRequest {
  /** Names and values in turn, as received. */
  readonly rawHeaders: readonly string[];
  readonly url?: string | undefined;
}

/** RFC 6750 §2.1: credentials = "Bearer" 1*SP b64token; RFC 9110 §11.1: the scheme's case does not matter. */
const BEARER = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;
const BEARER_SCHEME = /^bearer(?: |$)/i;
/** RFC 6750 §2.3: a token in the URL ends up in logs and histories; it is never read. */
const TOKEN_IN_QUERY = /[?&]access_token(?:=|&|$)/;

/**
 * The bearer credential of a request, from the Authorization header only.
 *
 * @throws MissingTokenError when there is none (another scheme counts as none; so does a token in the URL).
 * @throws InvalidTokenError when there are several Authorization headers: which one to believe is anybody's guess.
 * @throws InvalidBearerRequestError (RFC 6750 §3.1) when it is malformed, or sent in the URL as well.
 */
export function bearerCredential(request: RawRequest, challenge: ChallengeContext): string {
  const [header, ...others] = authorizationHeaders(request.rawHeaders);
  if (header === undefined) throw new MissingTokenError(challenge);
  if (others.length > 0)
    throw new InvalidTokenError(challenge, 'More than one Authorization header was sent.');
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) throw refuse(header, challenge);
  if (TOKEN_IN_QUERY.test(request.url ?? '')) {
    throw new InvalidBearerRequestError(challenge, 'Send the token in the Authorization header only.');
  }
  return token;
}

function refuse(header: string, challenge: ChallengeContext): Error {
  if (!BEARER_SCHEME.test(header)) return new MissingTokenError(challenge);
  return new InvalidBearerRequestError(
    challenge,
    'The Authorization header holds no well-formed bearer token.',
  );
}

function authorizationHeaders(rawHeaders: readonly string[]): string[] {
  const values: string[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 13 && name.toLowerCase() === 'authorization')
      values.push(rawHeaders[index + 1] ?? '');
  }
  return values;
}
