import { REPORT_THRESHOLD, type Finding } from './finding.js';

/**
 * Decides between candidates that overlap: the surer wins, then the longer, then the earlier.
 * Scores order validated above context above bare pattern. Returns findings without overlaps, in text order.
 */
export function resolveOverlaps(candidates: readonly Finding[]): Finding[] {
  const inOrder = candidates.filter(({ score }) => score >= REPORT_THRESHOLD);
  // Mostly they are, and to look is cheaper than to sort.
  if (!isInOrder(inOrder)) inOrder.sort((a, b) => a.start - b.start);
  const findings: Finding[] = [];
  for (let from = 0; from < inOrder.length;) {
    const to = clusterEnd(inOrder, from);
    addBest(inOrder, from, to, findings);
    from = to;
  }
  return findings;
}

function isInOrder(candidates: readonly Finding[]): boolean {
  for (let index = 1; index < candidates.length; index++) {
    if (candidates[index]!.start < candidates[index - 1]!.start) return false;
  }
  return true;
}

/** Index after the candidates that hang together with the one at `from`. */
function clusterEnd(inOrder: readonly Finding[], from: number): number {
  let reach = inOrder[from]!.end;
  let index = from + 1;
  while (index < inOrder.length && inOrder[index]!.start < reach) {
    reach = Math.max(reach, inOrder[index]!.end);
    index++;
  }
  return index;
}

/** Adds those that stay of the candidates from `from` to `to`, which hang together. */
function addBest(inOrder: readonly Finding[], from: number, to: number, findings: Finding[]): void {
  const first = inOrder[from]!;
  const last = inOrder[to - 1]!;
  if (to - from === 1) findings.push(first);
  else if (to - from === 2) findings.push(bySureness(first, last) <= 0 ? first : last);
  else findings.push(...bestOf(inOrder.slice(from, to)));
}

function bestOf(cluster: Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of cluster.sort(bySureness)) {
    const at = insertionPoint(kept, finding.start);
    const overlaps = (kept[at - 1]?.end ?? 0) > finding.start || (kept[at]?.start ?? Infinity) < finding.end;
    if (!overlaps) kept.splice(at, 0, finding);
  }
  return kept;
}

function bySureness(a: Finding, b: Finding): number {
  return b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start;
}

function insertionPoint(kept: readonly Finding[], start: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kept[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
