import { describeClient, type RegistrationTerms } from '../clients/client-metadata.js';
import type { NewClient } from '../clients/new-client.js';
import { InvalidClientMetadataError } from '../errors/oauth-errors.js';

/** A document is public: what is in it proves nothing, so no method with a shared secret is possible. */
export const DOCUMENT_METHODS = ['none', 'private_key_jwt'] as const;

/** Members that make no sense in public. */
const SECRET_MEMBERS = ['client_secret', 'client_secret_expires_at'] as const;

/**
 * The client that a document at the URL describes.
 *
 * @throws InvalidClientMetadataError or InvalidRedirectUriError, for the client's developer.
 */
export function readMetadataDocument(body: Buffer, terms: RegistrationTerms): NewClient {
  const document = parse(body);
  if (document['client_id'] !== terms.clientId) {
    throw new InvalidClientMetadataError('client_id must be the URL of the document, octet for octet.');
  }
  if (typeof document['client_name'] !== 'string' || document['client_name'].trim() === '') {
    throw new InvalidClientMetadataError('client_name is missing.');
  }
  const secret = SECRET_MEMBERS.find((name) => name in document);
  if (secret !== undefined) throw new InvalidClientMetadataError(`${secret} must not be published.`);
  return describeClient(document, terms);
}

function parse(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (cause) {
    throw new InvalidClientMetadataError('The document is not valid JSON.', { cause });
  }
  throw new InvalidClientMetadataError('The document must be a JSON object.');
}
