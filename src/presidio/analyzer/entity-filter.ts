import { ENTITY_TYPE_INFO, ENTITY_TYPES, presidioNameOf, type EntityType } from '../../security/index.js';

/** Which entity types a request is about, and what they are called in its answer. */
export class EntityFilter {
  private readonly names: ReadonlyMap<EntityType, string>;

  /** @param requested names of Presidio's or our own; undefined = all there are. */
  constructor(requested?: readonly string[]) {
    const wanted = requested && new Set(requested);
    const named = ENTITY_TYPES.flatMap((type) => {
      const name = nameOf(type, wanted);
      return name === undefined ? [] : [[type, name] as const];
    });
    this.names = new Map(named);
  }

  /** Whether none of the names means anything here. */
  get isEmpty(): boolean {
    return this.names.size === 0;
  }

  /** Undefined when the request is not about the type. */
  nameOf(type: EntityType): string | undefined {
    return this.names.get(type);
  }

  get types(): ReadonlySet<EntityType> {
    return new Set(this.names.keys());
  }

  /** Every name of an answer. */
  get supported(): string[] {
    return [...new Set(this.names.values())];
  }
}

/** The name that was asked for, where Presidio has several for what is one type here. */
function nameOf(type: EntityType, wanted: ReadonlySet<string> | undefined): string | undefined {
  // What a policy declares, nobody finds.
  if (type === 'DECLARED') return undefined;
  if (wanted === undefined) return presidioNameOf(type);
  return [...ENTITY_TYPE_INFO[type].presidio, type].find((name) => wanted.has(name));
}
