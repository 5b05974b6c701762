import { EnvelopeCipher } from './envelope-cipher.js';

/** One cell of the database. */
export interface FieldAddress {
  readonly table: string;
  readonly column: string;
  /** Primary key of the row; assign it before encrypting. */
  readonly rowId: string;
}

/**
 * Encrypted columns. A repository encrypts a field before it saves the row and decrypts it after reading.
 *
 * Not a TypeORM value transformer: that sees one value without its row, so an envelope copied from one row
 * to another would open there, and it lives in a static decorator, out of reach of dependency injection.
 * Bound to table, column and row, a moved envelope does not open.
 */
export class FieldCipher {
  constructor(private readonly cipher: EnvelopeCipher) {}

  encrypt(value: string, field: FieldAddress): string {
    return this.cipher.encrypt(value, addressOf(field));
  }

  /** @throws DecryptionError when the envelope was altered, or made for another cell. */
  decrypt(envelope: string, field: FieldAddress): string {
    return this.cipher.decrypt(envelope, addressOf(field));
  }

  /** @throws DecryptionError as `decrypt` does. */
  rotate(envelope: string, field: FieldAddress): string {
    return this.cipher.rotate(envelope, addressOf(field));
  }
}

/** JSON keeps the three apart whatever characters they hold. */
function addressOf({ table, column, rowId }: FieldAddress): string {
  return JSON.stringify([table, column, rowId]);
}
