import type { PiiAction } from '../../../common/policy-decision.js';
import type { EntityType } from '../entity-types.js';
import type { CheckedDeclaration, CheckedField } from './check-declaration.js';
import { parseField } from './field-pattern.js';
import type { Direction, PolicyRule } from './policy-rule.js';
import type { Layers } from './rule-index.js';

/** What happens to a field: one action, or one for each direction, and what it holds. */
export type FieldDeclaration =
  | PiiAction
  | {
      /** Both directions, or with `in` or `out` the other one. */
      readonly action?: PiiAction;
      readonly in?: PiiAction;
      readonly out?: PiiAction;
      /** Type of personal data the whole field is. */
      readonly type?: EntityType;
      readonly purpose?: string;
    };

/** A checked declaration with the defaults of its directions filled in. */
export type Declared = CheckedDeclaration & { readonly in: PiiAction; readonly out: PiiAction };

const DIRECTIONS: readonly Direction[] = ['in', 'out'];

/** The rules of a declaration: fields, then types, then what is left. */
export function declaredLayers(declared: Declared): Layers {
  const { fields = {}, types = {} } = declared;
  return [
    Object.entries(fields).flatMap(([field, given]) => fieldRules(field, given, declared)),
    (Object.keys(types) as EntityType[]).map((type) =>
      rule(declared, { name: `declared:${type}`, types: [type], action: types[type]! }),
    ),
    DIRECTIONS.map((direction) =>
      rule(declared, { name: 'declared', direction, action: declared[direction] }),
    ),
  ];
}

/** The rules of one field, of one or both directions. */
export function fieldRules(
  field: string,
  given: CheckedField,
  declared: Pick<Declared, 'purpose' | 'deterministic'> = {},
): PolicyRule[] {
  const fields = [parseField(field)!];
  const { type: holds, purpose = declared.purpose } = given;
  const actionOf = (direction: Direction) => given[direction] ?? given.action;
  return DIRECTIONS.flatMap((direction) => {
    const action = actionOf(direction);
    const of = { name: `declared:${field}`, direction, fields, action: action!, holds, purpose };
    return action === undefined ? [] : [rule(declared, of)];
  });
}

function rule(
  { purpose, deterministic = false }: Pick<Declared, 'purpose' | 'deterministic'>,
  given: Partial<PolicyRule> & Pick<PolicyRule, 'name' | 'action'>,
): PolicyRule {
  return {
    purpose,
    direction: undefined,
    fields: [],
    types: [],
    minScore: 0,
    deterministic: deterministic && given.action === 'encrypt',
    holds: undefined,
    ...given,
  };
}
