import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A ticket as stored. `title` and `description` are envelopes bound to their column and row. */
@Entity('tickets')
export class TicketEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  title!: string;

  @Column('text')
  description!: string;

  @Column('text', { default: 'open' })
  status!: 'open' | 'closed';

  /** The client that created it. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
