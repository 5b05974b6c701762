import { canMeet, compareFields, type FieldPattern } from '../field-pattern.js';
import { EVERY, type FileRule, type OriginSelector } from './file-rule.js';

/** A rule with one of its fields and one of its origins: what is compared. */
export interface RuleCase {
  readonly rule: FileRule;
  readonly field: FieldPattern | undefined;
  readonly origin: OriginSelector | undefined;
}

/** Every combination of a rule's fields and origins. */
export function casesOf(rule: FileRule): RuleCase[] {
  const origins = rule.origins.length === 0 ? [undefined] : rule.origins;
  const fields = rule.fields.length === 0 ? [undefined] : rule.fields;
  return origins.flatMap((origin) => fields.map((field) => ({ rule, field, origin })));
}

/** Sorts the more specific first: field, type, origin, scopes, direction, least score; 0 when equally specific. */
export function compareCases(one: RuleCase, other: RuleCase): number {
  return (
    compareOptionalFields(one.field, other.field) ||
    Number(other.rule.types.length > 0) - Number(one.rule.types.length > 0) ||
    originRank(other.origin) - originRank(one.origin) ||
    other.rule.scopes.length - one.rule.scopes.length ||
    Number(other.rule.direction !== undefined) - Number(one.rule.direction !== undefined) ||
    other.rule.minScore - one.rule.minScore
  );
}

/** Whether one finding of one call can be a case of both. */
export function canCoincide(one: RuleCase, other: RuleCase): boolean {
  return (
    sameOrigin(one.origin, other.origin) &&
    (one.rule.direction ?? other.rule.direction) === (other.rule.direction ?? one.rule.direction) &&
    shareType(one.rule.types, other.rule.types) &&
    (one.field === undefined || other.field === undefined || canMeet(one.field, other.field))
  );
}

function compareOptionalFields(one: FieldPattern | undefined, other: FieldPattern | undefined): number {
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  return compareFields(one, other);
}

function originRank(origin: OriginSelector | undefined): number {
  if (origin === undefined) return 0;
  return origin.name === EVERY ? 1 : 2;
}

/** Of cases that are equally specific. */
function sameOrigin(one: OriginSelector | undefined, other: OriginSelector | undefined): boolean {
  return one?.kind === other?.kind && one?.name === other?.name;
}

function shareType(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((type) => other.includes(type));
}
