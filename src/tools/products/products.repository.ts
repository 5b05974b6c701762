import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';
import { randomUuid } from '../../security/index.js';
import { ProductEntity } from './product.entity.js';

export interface NewProduct {
  readonly name: string;
  /** At most two decimals. */
  readonly price: number;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** The product catalogue in Postgres. */
@Injectable()
export class Products {
  /** Adds a product as part of `transaction` and returns the new id. */
  async insertWithin(transaction: Transaction, product: NewProduct, createdBy: string): Promise<string> {
    const id = randomUuid();
    await transaction.insert(ProductEntity, { id, ...product, price: product.price.toFixed(2), createdBy });
    return id;
  }

  /** Deletes a product as part of `transaction`; false when there is none of that id. */
  async deleteWithin(transaction: Transaction, id: string): Promise<boolean> {
    const result = await transaction.delete(ProductEntity, { id });
    return result.affected === 1;
  }
}
