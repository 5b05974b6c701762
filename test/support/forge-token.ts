import { constants, createHmac, sign, type KeyObject } from 'node:crypto';

export type JsonObject = Record<string, unknown>;

/** base64url of a JSON value, or of text that is to stand there as it is. */
export function encode(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** A compact JWS over exactly these parts, signed as `algorithm` says whatever the header claims. */
export function forge(
  header: unknown,
  payload: unknown,
  algorithm: string,
  key: KeyObject | string | Buffer,
): string {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${signature(input, algorithm, key).toString('base64url')}`;
}

function signature(input: string, algorithm: string, key: KeyObject | string | Buffer): Buffer {
  const hash = `sha${algorithm.slice(2)}`;
  if (algorithm.startsWith('HS')) return createHmac(hash, key).update(input).digest();
  const signer = key as KeyObject;
  if (algorithm.startsWith('ES'))
    return sign(hash, Buffer.from(input), { key: signer, dsaEncoding: 'ieee-p1363' });
  if (algorithm.startsWith('PS')) {
    return sign(hash, Buffer.from(input), {
      key: signer,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 32,
    });
  }
  return sign(hash, Buffer.from(input), signer);
}

/** The parts of a compact JWS, decoded. */
export function decode(token: string): { header: JsonObject; payload: JsonObject; signature: string } {
  const [header = '', payload = '', tail = ''] = token.split('.');
  const parse = (part: string): JsonObject =>
    JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as JsonObject;
  return { header: parse(header), payload: parse(payload), signature: tail };
}
