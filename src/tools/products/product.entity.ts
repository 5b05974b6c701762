import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('products')
export class ProductEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** `numeric(14,2)`, which the driver reads and writes as text so that no digit is lost. */
  @Column('numeric', { precision: 14, scale: 2 })
  price!: string;

  /** ISO 4217 code. */
  @Column('char', { length: 3 })
  currency!: string;

  /** The client that created it. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
