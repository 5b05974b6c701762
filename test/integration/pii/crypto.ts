import {
  BlindIndex,
  DataEncryptionKey,
  EnvelopeCipher,
  KeyRing,
} from '../../../src/security/crypto/index.js';

const keyRing = new KeyRing([new DataEncryptionKey('test', 1, 'active', Buffer.alloc(32, 7))]);

export const cipher = new EnvelopeCipher(keyRing);
export const blindIndex = new BlindIndex(keyRing);
