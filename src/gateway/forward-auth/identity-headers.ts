import type { Principal } from '../../common/principal.js';

/** Headers that say who calls; a proxy must take them off what clients send. */
export const IDENTITY_HEADERS = ['X-User-Id', 'X-Client-Id', 'X-Scopes', 'X-Gatehouse-Identity'] as const;

/** RFC 9110 §5.5: what every implementation passes on unchanged; the rest is percent-encoded. */
const OUTSIDE_HEADER = /[^\x21-\x24\x26-\x7e]+/g;

/**
 * Who calls, for the server behind: `X-User-Id` only when a person does, so that a client's id never passes for one.
 *
 * @param assertion the same, signed; undefined when nobody else could verify it.
 */
export function identityHeaders(
  { kind, subject, clientId, scopes }: Principal,
  assertion: string | undefined,
): Record<string, string> {
  return {
    ...(kind === 'user' && { 'X-User-Id': encode(subject) }),
    'X-Client-Id': encode(clientId),
    'X-Scopes': scopes.map(encode).join(' '),
    ...(assertion !== undefined && { 'X-Gatehouse-Identity': assertion }),
  };
}

function encode(value: string): string {
  return value.replace(OUTSIDE_HEADER, (characters) =>
    encodeURIComponent(Buffer.from(characters).toString()),
  );
}
