import { parseField } from '../field-pattern.js';
import { SELECTORS, type FileRule, type OriginSelector, type Selector } from './file-rule.js';
import type { GivenRule } from './policy-file.schema.js';

/** A checked rule with its defaults filled in; the place in the file names it unless it has a name. */
export function toFileRule(given: GivenRule, index: number): FileRule {
  return {
    name: given.name ?? `rule-${index + 1}`,
    purpose: given.purpose,
    origins: originsOf(given),
    direction: given.direction,
    fields: (given.fields ?? []).map((field) => parseField(field)!),
    types: given.types ?? [],
    scopes: given.scopes ?? [],
    minScore: given.minScore ?? 0,
    action: given.action,
    deterministic: given.deterministic ?? false,
    reveals: given.reveals,
    onRecognizerFailure: given.onRecognizerFailure,
  };
}

function originsOf(given: GivenRule): OriginSelector[] {
  return (Object.keys(SELECTORS) as Selector[]).flatMap((selector) =>
    (given[selector] ?? []).map((name) => ({ kind: SELECTORS[selector], name })),
  );
}
