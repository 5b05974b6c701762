import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';
import { FieldCipher, randomUuid } from '../../security/index.js';
import { TicketEntity } from './ticket.entity.js';

export interface NewTicket {
  readonly title: string;
  readonly description: string;
}

/** Tickets in Postgres; people write anything into them, so title and description are encrypted as a whole. */
@Injectable()
export class Tickets {
  constructor(private readonly cipher: FieldCipher) {}

  /** Stores an open ticket as part of `transaction` and returns the new id. */
  async insertWithin(transaction: Transaction, ticket: NewTicket, createdBy: string): Promise<string> {
    const id = randomUuid();
    await transaction.insert(TicketEntity, {
      id,
      title: this.cipher.encrypt(ticket.title, { table: 'tickets', column: 'title', rowId: id }),
      description: this.cipher.encrypt(ticket.description, {
        table: 'tickets',
        column: 'description',
        rowId: id,
      }),
      createdBy,
    });
    return id;
  }
}
