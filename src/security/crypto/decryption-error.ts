/**
 * An envelope or token did not open. There is one message for every reason (malformed, unknown key, wrong context,
 * tampered, expired), because the difference would help whoever is forging.
 */
export class DecryptionError extends Error {
  constructor() {
    super('decryption failed');
    this.name = 'DecryptionError';
  }
}
