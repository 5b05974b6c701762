import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ILike, type FindOptionsWhere, type Repository } from 'typeorm';
import { InventoryItemEntity } from './inventory-item.entity.js';

/** What to look for; an article has to match everything given. */
export interface InventorySearch {
  /** The whole SKU, in any case. */
  readonly sku?: string;
  /** Part of the name, in any case. */
  readonly query?: string;
}

/** Stock in Postgres. */
@Injectable()
export class Inventory {
  constructor(
    @InjectRepository(InventoryItemEntity) private readonly items: Repository<InventoryItemEntity>,
  ) {}

  /** At most `limit` articles, by SKU. */
  async search(search: InventorySearch, limit: number): Promise<InventoryItemEntity[]> {
    return this.items.find({ where: conditions(search), order: { sku: 'ASC' }, take: limit });
  }
}

function conditions({ sku, query }: InventorySearch): FindOptionsWhere<InventoryItemEntity> {
  return {
    ...(sku === undefined ? {} : { sku: ILike(literal(sku.trim())) }),
    ...(query === undefined ? {} : { name: ILike(`%${literal(query.trim())}%`) }),
  };
}

/** Text that LIKE takes literally: `%`, `_` and the escape character itself lose their meaning. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
