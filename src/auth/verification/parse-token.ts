import { TokenRefusal } from './token-refusal.js';

/** JOSE header (RFC 7515 §4) as received: nothing in it is trusted until a check has looked. */
export type JoseHeader = Readonly<Record<string, unknown>>;

/** Ours have about 700 characters; whatever is far beyond is no token of ours. */
const MAXIMUM_LENGTH = 8_192;
/** RFC 7515 §7.1: three parts of base64url; a JWE has five. The signature must not be empty. */
const COMPACT_JWS = /^([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** The header of a compact JWS. */
export function parseHeader(token: string): JoseHeader {
  const encoded = token.length <= MAXIMUM_LENGTH ? COMPACT_JWS.exec(token)?.[1] : undefined;
  if (encoded === undefined) throw malformed();
  const header = parseJson(Buffer.from(encoded, 'base64url').toString('utf8'));
  if (typeof header !== 'object' || header === null || Array.isArray(header)) throw malformed();
  return header as JoseHeader;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw malformed(cause);
  }
}

function malformed(cause?: unknown): TokenRefusal {
  return new TokenRefusal('token_malformed', 'The access token is malformed.', { cause });
}
