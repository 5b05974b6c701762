import { decodeBase64url } from './base64url.js';

/** JOSE name of AES-256-GCM (RFC 7518 §5.3), and the cipher of RFC 6209 by its own name. */
export const ENVELOPE_ALGORITHMS = ['A256GCM', 'ARIA-256-GCM'] as const;
export type EnvelopeAlgorithm = (typeof ENVELOPE_ALGORITHMS)[number];

/** NIST SP 800-38D §8.2: 96 bits, the length for which GCM needs no further hashing. */
export const IV_BYTES = 12;
/** NIST SP 800-38D §5.2.1.2: the full 128 bits; shorter tags only make forging cheaper. */
export const TAG_BYTES = 16;

/**
 * Format and generation; a later format has another first word. The IV is random or, where equal texts are to have
 * equal envelopes, synthetic.
 */
const VERSIONS = { random: 'gh1', synthetic: 'gh1s' } as const;
export type IvKind = keyof typeof VERSIONS;

/**
 * An AEAD envelope as text: `gh1.<algorithm>.<kid>.<iv>.<ciphertext>.<tag>`, the last three in base64url.
 * It says by itself how it is opened, so keys and algorithms can change while old data stays readable.
 */
export interface Envelope {
  readonly ivKind: IvKind;
  readonly algorithm: EnvelopeAlgorithm;
  readonly kid: string;
  readonly iv: Buffer;
  readonly ciphertext: Buffer;
  readonly tag: Buffer;
}

export type EnvelopeHeader = Pick<Envelope, 'ivKind' | 'algorithm' | 'kid'>;

/** The part that is authenticated together with the context: changing the kid or the algorithm breaks the tag. */
export function envelopeHeader({ ivKind, algorithm, kid }: EnvelopeHeader): string {
  return `${VERSIONS[ivKind]}.${algorithm}.${kid}`;
}

export function formatEnvelope(envelope: Envelope): string {
  const octets = [envelope.iv, envelope.ciphertext, envelope.tag].map((part) => part.toString('base64url'));
  return [envelopeHeader(envelope), ...octets].join('.');
}

/** @returns undefined when the text is not a well-formed envelope in its one canonical form. */
export function parseEnvelope(text: string): Envelope | undefined {
  const [version, algorithm, kid, ...encoded] = text.split('.');
  const ivKind = ivKindOf(version);
  if (ivKind === undefined || !isAlgorithm(algorithm) || kid === undefined || encoded.length !== 3)
    return undefined;
  const [iv, ciphertext, tag] = encoded.map((part) => decodeBase64url(part, 'unpadded'));
  if (iv?.length !== IV_BYTES || tag?.length !== TAG_BYTES || ciphertext === undefined) return undefined;
  return { ivKind, algorithm, kid, iv, ciphertext, tag };
}

function ivKindOf(version: string | undefined): IvKind | undefined {
  if (version === VERSIONS.random) return 'random';
  return version === VERSIONS.synthetic ? 'synthetic' : undefined;
}

function isAlgorithm(name: string | undefined): name is EnvelopeAlgorithm {
  return ENVELOPE_ALGORITHMS.some((algorithm) => algorithm === name);
}
