import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One article in stock at one place. */
@Entity('inventory_items')
export class InventoryItemEntity {
  @PrimaryColumn('text')
  sku!: string;

  @Column('text')
  name!: string;

  @Column('integer')
  quantity!: number;

  @Column('text')
  location!: string;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt!: Date;
}
