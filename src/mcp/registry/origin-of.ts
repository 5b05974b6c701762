import {
  fieldsOfSchema,
  withFields,
  type PolicyOrigin,
  type ResolvedPiiPolicy,
} from '../../security/pii/index.js';

/** JSON Schemas of what goes in and comes out, as far as they are declared. */
export interface Schemas {
  readonly in?: object;
  readonly out?: object;
}

/** An origin of policies, with the fields that its schemas declare, and what is wrong with those. */
export function originOf(
  kind: 'tool' | 'resource' | 'prompt',
  name: string,
  declared: ResolvedPiiPolicy,
  schemas: Schemas = {},
): { readonly origin: PolicyOrigin; readonly problems: readonly string[] } {
  const read = (['in', 'out'] as const).flatMap((direction) => {
    const schema = schemas[direction];
    return schema === undefined ? [] : [fieldsOfSchema(schema, direction)];
  });
  const policy = withFields(
    declared,
    read.flatMap(({ rules }) => rules),
  );
  const twice = fieldsDeclaredTwice(policy).map(
    (field) => `${field} is declared by its policy and its schema`,
  );
  return {
    origin: { origin: `${kind}:${name}`, kind, name, policy },
    problems: [...read.flatMap(({ problems }) => problems), ...twice],
  };
}

/** Two declarations of one field would leave it to their order which of them counts. */
function fieldsDeclaredTwice({ layers: [fields = []] }: ResolvedPiiPolicy): string[] {
  const keys = fields.map((rule) => `${rule.fields[0]?.text} (${rule.direction})`);
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}
