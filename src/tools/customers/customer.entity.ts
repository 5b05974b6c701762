import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A customer as stored. `name`, `email`, `phone` and `notes` are envelopes bound to their column and row;
 * the `…Index` columns are keyed macs of the normalised values, for look-ups by equality.
 */
@Entity('customers')
export class CustomerEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('text')
  phone!: string;

  @Column('text', { nullable: true })
  notes!: string | null;

  @Column('text', { name: 'name_index' })
  nameIndex!: string;

  @Column('text', { name: 'email_index' })
  emailIndex!: string;

  @Column('text', { name: 'phone_index' })
  phoneIndex!: string;

  /** The client that stored it. */
  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
