import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type FindOptionsWhere, type Repository } from 'typeorm';
import type { Transaction } from '../../database/index.js';
import { BlindIndex, FieldCipher, randomUuid } from '../../security/index.js';
import { CustomerEntity } from './customer.entity.js';
import {
  lookUpKeys,
  normalizeEmail,
  normalizeName,
  normalizePhone,
  type LookUpKeys,
} from './look-up-keys.js';

export interface NewCustomer {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly notes?: string;
}

export interface Customer extends NewCustomer {
  readonly id: string;
  readonly createdAt: Date;
}

const TABLE = 'customers';
type IndexedColumn = 'name' | 'email' | 'phone';
type EncryptedColumn = IndexedColumn | 'notes';

/** Customers in Postgres, encrypted field by field. Clear values exist in memory only. */
@Injectable()
export class Customers {
  constructor(
    @InjectRepository(CustomerEntity) private readonly rows: Repository<CustomerEntity>,
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
  ) {}

  /** Stores a customer as part of `transaction` and returns the new id. */
  async insertWithin(transaction: Transaction, customer: NewCustomer, createdBy: string): Promise<string> {
    const id = randomUuid();
    await transaction.insert(CustomerEntity, {
      id,
      name: this.encrypt('name', id, customer.name),
      email: this.encrypt('email', id, customer.email),
      phone: this.encrypt('phone', id, customer.phone),
      notes: customer.notes === undefined ? null : this.encrypt('notes', id, customer.notes),
      nameIndex: this.index('name', normalizeName(customer.name)),
      emailIndex: this.index('email', normalizeEmail(customer.email)),
      phoneIndex: this.index('phone', normalizePhone(customer.phone)),
      createdBy,
    });
    return id;
  }

  /** Customers whose name, e-mail address or telephone number equals what is in `query`; newest first. */
  async find(query: string, limit: number): Promise<Customer[]> {
    const where = this.conditions(lookUpKeys(query));
    const order = { createdAt: 'DESC', id: 'ASC' } as const;
    const rows = await this.rows.find({ where, order, take: limit });
    return rows.map((row) => this.decrypt(row));
  }

  private conditions(keys: LookUpKeys): FindOptionsWhere<CustomerEntity>[] {
    const macs = (column: IndexedColumn, values: readonly string[]) =>
      In(values.flatMap((value) => this.blindIndex.candidates(value, indexContext(column))));
    return [
      { nameIndex: macs('name', keys.names) },
      { emailIndex: macs('email', keys.emails) },
      { phoneIndex: macs('phone', keys.phones) },
    ];
  }

  private decrypt(row: CustomerEntity): Customer {
    const clear = (column: EncryptedColumn, envelope: string) =>
      this.cipher.decrypt(envelope, { table: TABLE, column, rowId: row.id });
    return {
      id: row.id,
      name: clear('name', row.name),
      email: clear('email', row.email),
      phone: clear('phone', row.phone),
      notes: row.notes === null ? undefined : clear('notes', row.notes),
      createdAt: row.createdAt,
    };
  }

  private encrypt(column: EncryptedColumn, rowId: string, value: string): string {
    return this.cipher.encrypt(value, { table: TABLE, column, rowId });
  }

  private index(column: IndexedColumn, normalized: string): string {
    return this.blindIndex.compute(normalized, indexContext(column));
  }
}

function indexContext(column: IndexedColumn): string {
  return `${TABLE}.${column}`;
}
