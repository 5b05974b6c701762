import type { z } from 'zod';
import { placed, type DocumentMistake } from '../../../../common/documents/document-mistake.js';
import type { DocumentPositions } from '../../../../common/documents/document-positions.js';
import { findConflicts } from './conflicts.js';
import type { FileRule } from './file-rule.js';
import type { KnownNames } from './known-names.js';
import { envelopeSchema, MAX_RULES, ruleSchema } from './policy-file.schema.js';
import { checkRule } from './rule-checks.js';
import { toFileRule } from './to-file-rule.js';

export interface Checked {
  readonly name: string | undefined;
  /** Only those that are right in themselves. */
  readonly rules: readonly FileRule[];
  readonly mistakes: readonly DocumentMistake[];
}

/** Checks everything that can be checked, so that no mistake waits for another to be mended. */
export function findMistakes(content: unknown, known: KnownNames, positions: DocumentPositions): Checked {
  const envelope = envelopeSchema.safeParse(content);
  const mistakes = (envelope.error?.issues ?? []).flatMap((issue) =>
    describeIssue(issue, [], envelopeSchema, positions),
  );
  const given: unknown = (Object(content) as { rules?: unknown }).rules;
  const rules = checkRules(Array.isArray(given) ? given.slice(0, MAX_RULES) : [], known, positions);
  return { name: envelope.data?.name, rules: rules.rules, mistakes: [...mistakes, ...rules.mistakes] };
}

function checkRules(given: readonly unknown[], known: KnownNames, positions: DocumentPositions) {
  const schema = ruleSchema(known);
  const places = new Map<FileRule, number>();
  const mistakes = given.flatMap((raw, index) => {
    const result = schema.safeParse(raw);
    if (result.success) places.set(toFileRule(result.data, index), index);
    const issues = result.error?.issues ?? [];
    return [
      ...issues.flatMap((issue) => describeIssue(issue, ['rules', index], schema, positions)),
      ...relations(raw, index, positions),
    ];
  });
  return { rules: [...places.keys()], mistakes: [...mistakes, ...amongRules(places, positions)] };
}

function describeIssue(
  issue: z.core.$ZodIssue,
  above: readonly PropertyKey[],
  schema: { readonly shape: object },
  positions: DocumentPositions,
): DocumentMistake[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'unrecognized_keys')
    return [{ ...positions.ofValue(path), message: placed(path, issue.message) }];
  return issue.keys.map((key) => ({
    ...positions.ofKey(path, key),
    message: placed(
      path,
      `${JSON.stringify(key.slice(0, 80))} is not known; allowed: ${Object.keys(schema.shape).join(', ')}`,
    ),
  }));
}

function relations(raw: unknown, index: number, positions: DocumentPositions): DocumentMistake[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const path = ['rules', index];
  return checkRule(raw as Readonly<Record<string, unknown>>).map(({ member, message }) => ({
    ...(member === undefined ? positions.ofValue(path) : positions.ofKey(path, member)),
    message: placed(path, message),
  }));
}

function amongRules(places: ReadonlyMap<FileRule, number>, positions: DocumentPositions): DocumentMistake[] {
  const rules = [...places.keys()];
  const pathOf = (rule: FileRule) => ['rules', places.get(rule)!];
  const lineOf = (rule: FileRule) => positions.ofValue(pathOf(rule)).line;
  const problems = [...findNamesakes(rules, lineOf), ...findConflicts(rules, lineOf)];
  return problems.map(({ rule, message }) => ({
    ...positions.ofValue(pathOf(rule)),
    message: placed(pathOf(rule), message),
  }));
}

function findNamesakes(rules: readonly FileRule[], lineOf: (rule: FileRule) => number) {
  const first = new Map<string, FileRule>();
  return rules.flatMap((rule) => {
    const namesake = first.get(rule.name);
    if (namesake === undefined) first.set(rule.name, rule);
    return namesake === undefined
      ? []
      : [{ rule, message: `another rule is called ${rule.name} already, in line ${lineOf(namesake)}` }];
  });
}
