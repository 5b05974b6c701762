import { Column, Entity, JoinTable, ManyToMany, PrimaryColumn } from 'typeorm';
import { ScopeEntity } from './scope.entity.js';

/** A named set of scopes that a client, and later a person, may hold. */
@Entity('roles')
export class RoleEntity {
  @PrimaryColumn('text')
  name!: string;

  @Column('text', { name: 'description_en' })
  descriptionEn!: string;

  @Column('text', { name: 'description_ko' })
  descriptionKo!: string;

  /** Holds every scope there is, those added later included. */
  @Column('boolean', { name: 'every_scope' })
  everyScope!: boolean;

  @ManyToMany(() => ScopeEntity)
  @JoinTable({ name: 'role_scopes', joinColumn: { name: 'role' }, inverseJoinColumn: { name: 'scope' } })
  scopes!: ScopeEntity[];
}
