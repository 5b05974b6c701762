import { decodeBase64url } from './base64url.js';

/** JOSE name of AES-256-GCM (RFC 7518 §5.3), and the cipher of RFC 6209 by its own name. */
export const ENVELOPE_ALGORITHMS = ['A256GCM', 'ARIA-256-GCM'] as const;
export type EnvelopeAlgorithm = (typeof ENVELOPE_ALGORITHMS)[number];

/** NIST SP 800-38D §8.2: 96 bits, the length for which GCM needs no further hashing. */
export const IV_BYTES = 12;
/** NIST SP 800-38D §5.2.1.2: the full 128 bits; shorter tags only make forging cheaper. */
export const TAG_BYTES = 16;

/** Format and generation; a later format has another first word. */
const VERSION = 'gh1';

/**
 * An AEAD envelope as text: `gh1.<algorithm>.<kid>.<iv>.<ciphertext>.<tag>`, the last three in base64url.
 * It says by itself how it is opened, so keys and algorithms can change while old data stays readable.
 */
export interface Envelope {
  readonly algorithm: EnvelopeAlgorithm;
  readonly kid: string;
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

/** The part that is authenticated together with the context: changing the kid or the algorithm breaks the tag. */
export function envelopeHeader({ algorithm, kid }: Pick<Envelope, 'algorithm' | 'kid'>): string {
  return `${VERSION}.${algorithm}.${kid}`;
}

export function formatEnvelope(envelope: Envelope): string {
  const octets = [envelope.iv, envelope.ciphertext, envelope.tag].map((part) => part.toString('base64url'));
  return [envelopeHeader(envelope), ...octets].join('.');
}

/** @returns undefined when the text is not a well-formed envelope in its one canonical form. */
export function parseEnvelope(text: string): Envelope | undefined {
  const [version, algorithm, kid, ...encoded] = text.split('.');
  if (version !== VERSION || !isAlgorithm(algorithm) || kid === undefined || encoded.length !== 3)
    return undefined;
  const [iv, ciphertext, tag] = encoded.map((part) => decodeBase64url(part, 'unpadded'));
  if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES || ciphertext === undefined) return undefined;
  return { algorithm, kid, iv, ciphertext, tag };
}

function isAlgorithm(name: string | undefined): name is EnvelopeAlgorithm {
  return ENVELOPE_ALGORITHMS.some((algorithm) => algorithm === name);
}
