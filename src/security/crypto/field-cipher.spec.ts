import { randomBytes } from 'node:crypto';
import { DecryptionError } from './decryption-error.js';
import { EnvelopeCipher } from './envelope-cipher.js';
import { FieldCipher } from './field-cipher.js';
import { DataEncryptionKey } from './keys/data-encryption-key.js';
import { KeyRing } from './keys/key-ring.js';

describe('FieldCipher', () => {
  const fields = new FieldCipher(
    new EnvelopeCipher(new KeyRing([new DataEncryptionKey('a', 1, 'active', randomBytes(32))])),
  );
  const field = { table: 'customers', column: 'name', rowId: '1' };
  const envelope = fields.encrypt('홍길동', field);

  it('opens in its own cell', () => {
    expect(fields.decrypt(envelope, { ...field })).toBe('홍길동');
    expect(fields.decrypt(fields.rotate(envelope, field), field)).toBe('홍길동');
  });

  it.each([
    ['row', { ...field, rowId: '2' }],
    ['column', { ...field, column: 'email' }],
    ['table', { ...field, table: 'tickets' }],
    ['cell whose names join to the same text', { table: 'customers', column: 'name","1', rowId: '' }],
  ])('does not open in another %s', (_what, elsewhere) => {
    expect(() => fields.decrypt(envelope, elsewhere)).toThrow(DecryptionError);
  });
});
