import type { Replayed } from './replay-record.js';

const MAX_EXAMPLES = 5;

/** Findings that would be treated otherwise, alike in everything that is said about them. */
export interface Change extends Replayed {
  readonly findings: number;
  /** Ids of audit records, the oldest first. */
  readonly examples: readonly string[];
}

export interface ReplayReport {
  readonly records: number;
  readonly findings: number;
  /** Records of tools, routes and the like that are no more: nothing can be said about them. */
  readonly unknownTargets: Readonly<Record<string, number>>;
  readonly callsChanged: number;
  readonly callsNewlyRejected: number;
  readonly callsNoLongerRejected: number;
  /** The most frequent first. */
  readonly changes: readonly Change[];
}

interface Group {
  readonly replayed: Replayed;
  findings: number;
  readonly examples: string[];
}

/** Counts what would change. */
export class ReplaySummary {
  private records = 0;
  private findings = 0;
  private callsChanged = 0;
  private callsNewlyRejected = 0;
  private callsNoLongerRejected = 0;
  private readonly unknown = new Map<string, number>();
  private readonly groups = new Map<string, Group>();

  addUnknown(target: string): void {
    this.records++;
    this.unknown.set(target, (this.unknown.get(target) ?? 0) + 1);
  }

  add(id: string, replayed: readonly Replayed[]): void {
    this.records++;
    this.findings += replayed.length;
    const changed = replayed.filter(({ before, after }) => before !== after);
    if (changed.length > 0) this.callsChanged++;
    const [wasRejected, isRejected] = (['before', 'after'] as const).map((when) =>
      replayed.some((each) => each[when] === 'reject'),
    );
    if (isRejected === true && wasRejected === false) this.callsNewlyRejected++;
    if (wasRejected === true && isRejected === false) this.callsNoLongerRejected++;
    for (const each of changed) this.count(id, each);
  }

  report(): ReplayReport {
    const { records, findings, callsChanged, callsNewlyRejected, callsNoLongerRejected } = this;
    const changes = [...this.groups.values()]
      .map((group) => ({ ...group.replayed, findings: group.findings, examples: group.examples }))
      .sort((one, other) => other.findings - one.findings);
    const unknownTargets = Object.fromEntries(this.unknown);
    return {
      records,
      findings,
      unknownTargets,
      callsChanged,
      callsNewlyRejected,
      callsNoLongerRejected,
      changes,
    };
  }

  private count(id: string, replayed: Replayed): void {
    const key = JSON.stringify(Object.values(replayed));
    const group = this.groups.get(key) ?? { replayed, findings: 0, examples: [] };
    group.findings++;
    if (group.examples.length < MAX_EXAMPLES && group.examples.at(-1) !== id) group.examples.push(id);
    this.groups.set(key, group);
  }
}
