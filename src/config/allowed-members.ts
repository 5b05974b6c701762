import type { z } from 'zod';

type Definition = Readonly<Record<string, unknown>> & { readonly type: string };

/** Wrappers, and where each keeps what it wraps. */
const WRAPPED: Readonly<Record<string, string>> = {
  optional: 'innerType',
  default: 'innerType',
  nullable: 'innerType',
  readonly: 'innerType',
  pipe: 'in',
};

/** The members that an object at this place may have; none where the schema does not say. */
export function allowedAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const { type, ...definition } = definitionOf(schema);
  const wrapped = WRAPPED[type];
  if (wrapped !== undefined) return allowedAt(definition[wrapped] as z.core.$ZodType, path);
  if (type === 'union')
    return (definition['options'] as z.core.$ZodType[]).flatMap((option) => allowedAt(option, path));
  const [segment, ...below] = path;
  if (type === 'object') {
    const shape = definition['shape'] as Readonly<Record<string, z.core.$ZodType>>;
    if (segment === undefined) return Object.keys(shape);
    const member = shape[String(segment)];
    return member === undefined ? [] : allowedAt(member, below);
  }
  const element =
    type === 'array' ? definition['element'] : type === 'record' ? definition['valueType'] : undefined;
  return segment === undefined || element === undefined ? [] : allowedAt(element as z.core.$ZodType, below);
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}
