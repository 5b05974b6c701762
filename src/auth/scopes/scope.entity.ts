import { Column, Entity, JoinTable, ManyToMany, PrimaryColumn } from 'typeorm';

/** A scope (RFC 6749 §3.3) and the scopes it implies directly. */
@Entity('scopes')
export class ScopeEntity {
  @PrimaryColumn('text')
  name!: string;

  @Column('text', { name: 'description_en' })
  descriptionEn!: string;

  @Column('text', { name: 'description_ko' })
  descriptionKo!: string;

  /** Implied by every other scope. */
  @Column('boolean')
  baseline!: boolean;

  @ManyToMany(() => ScopeEntity)
  @JoinTable({
    name: 'scope_implications',
    joinColumn: { name: 'scope' },
    inverseJoinColumn: { name: 'implied' },
  })
  implies!: ScopeEntity[];
}
