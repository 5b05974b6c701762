import { childPointer } from '../structure/json-pointer.js';
import { describeIssues, fieldDeclarationSchema } from './check-declaration.js';
import { fieldRules } from './declared-rules.js';
import type { Direction, PolicyRule } from './policy-rule.js';

/** The keyword of JSON Schema that says what happens to a field: an action, or what `fields` of a policy take. */
export const SCHEMA_KEYWORD = 'x-pii';

export interface SchemaFields {
  readonly rules: readonly PolicyRule[];
  /** What is wrong with the annotations, by place. */
  readonly problems: readonly string[];
}

type Schema = Readonly<Record<string, unknown>>;

const BRANCHES = ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const;
/** Schemas of members that have no name of their own. */
const MEMBERS = ['items', 'contains', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties'];
/** Further schemas of the very value. */
const CONDITIONS = ['if', 'then', 'else', 'not'];
const ANY = '*';
const ANY_NUMBER = '**';

/** The rules that the fields of a JSON Schema (2020-12) declare for values of one direction. */
export function fieldsOfSchema(schema: object, direction: Direction): SchemaFields {
  const reader = new SchemaReader(schema as Schema, direction);
  reader.read(schema, '');
  return reader;
}

class SchemaReader implements SchemaFields {
  readonly rules: PolicyRule[] = [];
  readonly problems: string[] = [];
  /** Definitions being read, by where; one that is met again inside of itself repeats at any depth. */
  private readonly open = new Map<string, string>();

  constructor(
    private readonly root: Schema,
    private readonly direction: Direction,
  ) {}

  read(schema: unknown, pointer: string): void {
    if (typeof schema !== 'object' || schema === null) return;
    const { $ref, ...given } = schema as Schema;
    if (SCHEMA_KEYWORD in given) this.declare(given[SCHEMA_KEYWORD], pointer);
    if (typeof $ref === 'string') this.follow($ref, pointer);
    this.readChildren(given, pointer);
  }

  private declare(annotation: unknown, pointer: string): void {
    const result = fieldDeclarationSchema.safeParse(annotation);
    const place = `${SCHEMA_KEYWORD} at ${pointer || 'the top'} of the ${this.direction === 'in' ? 'input' : 'output'}`;
    if (!result.success) {
      this.problems.push(...describeIssues(result.error.issues).map((issue) => `${place}: ${issue}`));
      return;
    }
    const rules = fieldRules(pointer || `/${ANY_NUMBER}`, result.data).filter(
      ({ direction }) => direction === this.direction,
    );
    if (rules.length === 0)
      this.problems.push(`${place}: says nothing about this direction; give it an action`);
    this.rules.push(...rules);
  }

  private follow(reference: string, pointer: string): void {
    const begun = this.open.get(reference);
    if (begun?.endsWith(ANY_NUMBER) === true) return;
    const at = begun === undefined ? pointer : `${begun}/${ANY_NUMBER}`;
    this.open.set(reference, at);
    this.read(resolve(this.root, reference), at);
    if (begun === undefined) this.open.delete(reference);
    else this.open.set(reference, begun);
  }

  private readChildren(schema: Schema, pointer: string): void {
    for (const [name, child] of Object.entries(Object(schema['properties']) as Schema))
      this.read(child, childPointer(pointer, name));
    for (const child of Object.values(Object(schema['patternProperties']) as Schema))
      this.read(child, childPointer(pointer, ANY));
    for (const keyword of MEMBERS) this.read(schema[keyword], childPointer(pointer, ANY));
    for (const keyword of CONDITIONS) this.read(schema[keyword], pointer);
    for (const keyword of BRANCHES) {
      const branches = schema[keyword];
      if (!Array.isArray(branches)) continue;
      branches.forEach((branch: unknown, index) =>
        this.read(branch, keyword === 'prefixItems' ? childPointer(pointer, index) : pointer),
      );
    }
  }
}

/** A reference within the document (`#/$defs/Person`, `#`). */
function resolve(root: Schema, reference: string): unknown {
  const segments = reference
    .replace(/^#\/?/, '')
    .split('/')
    .filter((segment) => segment !== '');
  return segments.reduce<unknown>((schema, segment) => (Object(schema) as Schema)[segment], root);
}
