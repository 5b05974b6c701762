import { ENFORCED_TYPES, type EntityType } from '../entity-types.js';
import { depthOf } from './field-pattern.js';
import { isWholeField, type Direction, type PolicyRule } from './policy-rule.js';

/** Rules in the order in which they are asked; of one layer the nearest field decides, then the order. */
export type Layers = readonly (readonly PolicyRule[])[];

const NO_MATCH = -2;
/** A rule without fields is eligible everywhere and further away than any field. */
const ANYWHERE = -1;

/** Answers which rule a finding of one direction meets. Built once for a policy; a look-up costs a few comparisons. */
export class RuleIndex {
  /** What to look for: the types that are enforced anyway, and those that some rule names. */
  readonly types: ReadonlySet<EntityType>;
  private readonly layers: Layers;
  private readonly fieldLayers: Layers;
  private readonly byType = new Map<EntityType, Layers>();

  constructor(layers: Layers, direction: Direction) {
    this.layers = filterLayers(layers, (rule) => (rule.direction ?? direction) === direction);
    this.fieldLayers = filterLayers(
      this.layers,
      ({ fields, types }) => fields.length > 0 && types.length === 0,
    );
    this.types = withNamed(this.layers.flat());
  }

  /** Whether nothing that is found is ever changed or refused. */
  get keepsEverything(): boolean {
    return this.layers.every((layer) => layer.every(({ action }) => action === 'keep'));
  }

  /** Undefined when no rule is about such a finding: it is none, then. */
  ruleFor(field: readonly string[], entityType: EntityType, score: number): PolicyRule | undefined {
    for (const layer of this.layersOf(entityType)) {
      const rule = nearest(layer, field, score);
      if (rule !== undefined) return rule;
    }
    return undefined;
  }

  /** The rule that decides on a field as a whole, if one names it. */
  fieldRule(field: readonly string[]): PolicyRule | undefined {
    for (const layer of this.fieldLayers) {
      const rule = nearest(layer, field, 1);
      if (rule !== undefined) return rule;
    }
    return undefined;
  }

  private layersOf(entityType: EntityType): Layers {
    const known = this.byType.get(entityType);
    if (known !== undefined) return known;
    const layers = filterLayers(this.layers, (rule) => isAbout(rule, entityType));
    this.byType.set(entityType, layers);
    return layers;
  }
}

function withNamed(rules: readonly PolicyRule[]): ReadonlySet<EntityType> {
  const named = rules.flatMap(({ types }) => types).filter((type) => !ENFORCED_TYPES.has(type));
  return named.length === 0 ? ENFORCED_TYPES : new Set([...ENFORCED_TYPES, ...named]);
}

/** Contextual types are nobody's business but that of rules that name them, and of fields that are personal as a whole. */
function isAbout(rule: PolicyRule, entityType: EntityType): boolean {
  if (rule.types.length > 0) return rule.types.includes(entityType);
  return ENFORCED_TYPES.has(entityType) || isWholeField(rule);
}

function nearest(layer: readonly PolicyRule[], field: readonly string[], score: number) {
  let best: PolicyRule | undefined;
  let bestDepth = NO_MATCH;
  for (const rule of layer) {
    if (rule.minScore > score) continue;
    const depth = reach(rule, field);
    if (depth > bestDepth) [best, bestDepth] = [rule, depth];
  }
  return best;
}

function reach({ fields }: PolicyRule, field: readonly string[]): number {
  if (fields.length === 0) return ANYWHERE;
  let deepest = ANYWHERE;
  for (const pattern of fields) deepest = Math.max(deepest, depthOf(pattern, field));
  return deepest === ANYWHERE ? NO_MATCH : deepest;
}

function filterLayers(layers: Layers, keeps: (rule: PolicyRule) => boolean): Layers {
  return layers.map((layer) => layer.filter(keeps)).filter((layer) => layer.length > 0);
}
