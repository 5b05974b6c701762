import type { EntityType } from './entity-types.js';
import type { Finding } from './finding.js';
import { resolveOverlaps } from './resolver.js';

/**
 * What the rules and others found in one text of the types wanted, in order and without overlaps. Findings of one type that overlap become
 * one that covers both, so that no half of a name stays; between types the resolver decides.
 */
export function mergeFindings(
  local: readonly Finding[],
  remote: readonly Finding[] | undefined,
  types: ReadonlySet<EntityType>,
): readonly Finding[] {
  const wanted = remote?.filter(({ entityType }) => types.has(entityType)) ?? [];
  return wanted.length === 0 ? local : resolveOverlaps(joinTypes([...local, ...wanted]));
}

function joinTypes(findings: readonly Finding[]): Finding[] {
  const inOrder = [...findings].sort((a, b) => a.start - b.start);
  const last = new Map<string, number>();
  const joined: Finding[] = [];
  for (const finding of inOrder) {
    const at = last.get(finding.entityType);
    const known = at === undefined ? undefined : joined[at]!;
    if (known === undefined || known.end <= finding.start) {
      last.set(finding.entityType, joined.push(finding) - 1);
    } else {
      joined[at!] = covering(known, finding);
    }
  }
  return joined;
}

/** The surer of the two decides what is said of both. */
function covering(a: Finding, b: Finding): Finding {
  const surer = b.score > a.score ? b : a;
  return { ...surer, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
