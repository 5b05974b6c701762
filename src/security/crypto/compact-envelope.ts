import { ENVELOPE_ALGORITHMS, formatEnvelope, IV_BYTES, parseEnvelope, TAG_BYTES } from './envelope.js';

const SYNTHETIC = 0x80;

/**
 * An envelope in octets, for places where every character counts: algorithm and kind of IV, length of the kid, kid, IV,
 * tag, ciphertext. It says the same as the text form, and opens as that.
 *
 * @throws TypeError when the text is no envelope.
 */
export function packEnvelope(text: string): Buffer {
  const envelope = parseEnvelope(text);
  if (envelope === undefined) throw new TypeError('only envelopes can be packed');
  const { algorithm, ivKind, kid, iv, tag, ciphertext } = envelope;
  const names = ENVELOPE_ALGORITHMS.indexOf(algorithm) | (ivKind === 'synthetic' ? SYNTHETIC : 0);
  return Buffer.concat([Buffer.from([names, kid.length]), Buffer.from(kid, 'latin1'), iv, tag, ciphertext]);
}

/** The text form of packed octets; undefined when they are no envelope. Whether it opens is the cipher's to say. */
export function unpackEnvelope(octets: Buffer): string | undefined {
  const [names = 0, kidLength = 0] = octets;
  const algorithm = ENVELOPE_ALGORITHMS[names & ~SYNTHETIC];
  const ivAt = 2 + kidLength;
  const tagAt = ivAt + IV_BYTES;
  const textAt = tagAt + TAG_BYTES;
  if (algorithm === undefined || kidLength === 0 || octets.length < textAt) return undefined;
  const text = formatEnvelope({
    ivKind: (names & SYNTHETIC) === 0 ? 'random' : 'synthetic',
    algorithm,
    kid: octets.toString('latin1', 2, ivAt),
    iv: octets.subarray(ivAt, tagAt),
    tag: octets.subarray(tagAt, textAt),
    ciphertext: octets.subarray(textAt),
  });
  return parseEnvelope(text) === undefined ? undefined : text;
}
