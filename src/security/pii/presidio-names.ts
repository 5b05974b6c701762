import { ENTITY_TYPE_INFO, ENTITY_TYPES, type EntityType } from './entity-types.js';

/** What Presidio calls an entity type; our own name where it has none. */
export function presidioNameOf(type: EntityType): string {
  return ENTITY_TYPE_INFO[type].presidio[0] ?? type;
}

/** The type that each of Presidio's names means here; of several the one that is usually called so. */
export function entityTypesByPresidioName(): Readonly<Record<string, EntityType>> {
  const names: Record<string, EntityType> = {};
  for (const type of ENTITY_TYPES) names[presidioNameOf(type)] ??= type;
  for (const type of ENTITY_TYPES) {
    for (const name of ENTITY_TYPE_INFO[type].presidio) names[name] ??= type;
  }
  return names;
}
