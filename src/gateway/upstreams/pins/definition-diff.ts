import type { Definition } from './definition.js';
import { visibleText } from './definition.js';

/** One member that differs, by RFC 6901 pointer; undefined where it is not there. */
export interface DefinitionChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What differs between two definitions, member by member, with hidden characters written out. */
export function diffOf(
  before: Definition | null,
  after: Definition | readonly unknown[] | null,
): DefinitionChange[] {
  return changesAt('', before ?? undefined, after ?? undefined);
}

function changesAt(path: string, before: unknown, after: unknown): DefinitionChange[] {
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => changesAt(`${path}/${escaped(name)}`, before[name], after[name]));
  }
  const [old, now] = [shown(before), shown(after)];
  return old === now ? [] : [{ path: visibleText(path), before: old, after: now }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function shown(value: unknown): string | undefined {
  return value === undefined ? undefined : visibleText(JSON.stringify(value));
}
