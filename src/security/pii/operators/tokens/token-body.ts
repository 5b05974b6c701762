import { packEnvelope, unpackEnvelope } from '../../../crypto/index.js';
import { decodeBase32, encodeBase32 } from './base32.js';

const FORMAT = 1;
const NUMERIC = 0x80;
const HEADER_BYTES = 3;

/** What a token carries: where its value came from, and the value, sealed. */
export interface TokenBody {
  /** The tool, resource, prompt or route, such as `tool:create_ticket`. */
  readonly origin: string;
  /** The value was a JSON number, and becomes one again. */
  readonly numeric: boolean;
  readonly envelope: string;
}

/** Format and kind, length of the origin, origin, packed envelope: in base32. */
export function encodeTokenBody({ origin, numeric, envelope }: TokenBody): string {
  const name = Buffer.from(origin, 'utf8');
  const header = Buffer.from([FORMAT | (numeric ? NUMERIC : 0), name.length >>> 8, name.length & 0xff]);
  return encodeBase32(Buffer.concat([header, name, packEnvelope(envelope)]));
}

/** Undefined when it is none of ours by its form; whether it opens is the cipher's to say. */
export function decodeTokenBody(text: string): TokenBody | undefined {
  const octets = decodeBase32(text);
  if (octets === undefined || octets.length < HEADER_BYTES) return undefined;
  const [kind = 0, high = 0, low = 0] = octets;
  if ((kind & ~NUMERIC) !== FORMAT) return undefined;
  const envelopeAt = HEADER_BYTES + ((high << 8) | low);
  const envelope = unpackEnvelope(octets.subarray(envelopeAt));
  if (envelope === undefined) return undefined;
  const origin = octets.toString('utf8', HEADER_BYTES, envelopeAt);
  return { origin, numeric: (kind & NUMERIC) !== 0, envelope };
}
