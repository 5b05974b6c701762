// @ts-check
// PostgreSQL's frontend messages, cut out of a byte stream (protocol 3.0, "Message Formats" of its manual).

const SSL_REQUEST = 80877103;
const GSS_ENCRYPTION_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;

/** Frontend message types by their first byte. */
export const MESSAGE = Object.freeze({ query: 0x51, sync: 0x53, functionCall: 0x46, terminate: 0x58 });

/**
 * @typedef {object} Frame
 * @property {'encryption' | 'cancel' | 'startup' | 'message'} kind
 * @property {number} type first byte of a message, 0 for the others
 * @property {Uint8Array} bytes the whole frame
 */

/** Collects the chunks of one connection and gives them back as whole frames. */
export class FrameReader {
  /** @type {Buffer} */
  #buffer = Buffer.alloc(0);
  #started = false;

  /** @param {Buffer} chunk */
  push(chunk) {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
  }

  /** @returns {Frame | undefined} the next whole frame, if it has arrived */
  next() {
    // A message has a type byte before its length; the packets before the start have none.
    const header = this.#started ? 1 : 0;
    if (this.#buffer.length < header + 4) return undefined;
    const length = header + this.#buffer.readInt32BE(header);
    if (this.#buffer.length < length) return undefined;
    const bytes = Uint8Array.from(this.#buffer.subarray(0, length));
    this.#buffer = this.#buffer.subarray(length);
    return this.#started ? { kind: 'message', type: bytes[0] ?? 0, bytes } : this.#opening(bytes);
  }

  /**
   * @param {Uint8Array} bytes
   * @returns {Frame}
   */
  #opening(bytes) {
    const code = Buffer.from(bytes).readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_ENCRYPTION_REQUEST)
      return { kind: 'encryption', type: 0, bytes };
    if (code === CANCEL_REQUEST) return { kind: 'cancel', type: 0, bytes };
    this.#started = true;
    return { kind: 'startup', type: 0, bytes };
  }
}
