import { isPrivateJwk } from '../../security/crypto/index.js';
import { error, type Finding } from '../finding.js';
import { isJsonObject, type JsonObject } from '../json.js';

/** The keys of a key set (RFC 7517 §5); undefined when the document is none. */
export function keysOf(document: JsonObject): readonly JsonObject[] | undefined {
  const { keys } = document;
  return Array.isArray(keys) && keys.every(isJsonObject) ? keys : undefined;
}

/** What is wrong with a key set, whatever was signed. */
export function findingsOfKeySet(keys: readonly JsonObject[]): Finding[] {
  if (!keys.some(isPrivateJwk)) return [];
  return [
    error(
      'private_key_published',
      {
        problem: 'A private key is published in the key set: anybody can sign tokens.',
        mend: 'Take it out, rotate the key, and refuse what it has signed. Only public members (kty, kid, alg, use, n, e, crv, x, y) belong there.',
      },
      [],
    ),
  ];
}
