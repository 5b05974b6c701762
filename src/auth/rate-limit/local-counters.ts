import type { CounterHits } from './shared-counters.js';
import type { WindowCount } from './sliding-window.js';

/** Counters kept at once; those unused for longest go first. About 200 bytes each. */
const MAXIMUM = 50_000;

/** One counter as this replica knows it. */
class Counter {
  previous = 0;
  /** Hits of all replicas in this minute, as last heard. */
  shared = 0;
  /** Hits here that the others have not heard of yet. */
  unsent = 0;
  refusedHere = false;

  constructor(public minute: number) {}

  /** Enters a later minute and says whether it is one; what was not sent of an earlier one counts as heard. */
  turnTo(minute: number): boolean {
    if (minute <= this.minute) return false;
    this.previous = minute === this.minute + 1 ? this.shared + this.unsent : 0;
    this.minute = minute;
    this.shared = 0;
    this.unsent = 0;
    this.refusedHere = false;
    return true;
  }

  count(): WindowCount {
    return { previous: this.previous, current: this.shared + this.unsent };
  }
}

/** This replica's counters, bounded in number. */
export class LocalCounterTable {
  private readonly counters = new Map<string, Counter>();
  private readonly changed = new Set<string>();

  /** What is known of the counter in this minute. */
  read(name: string, minute: number): WindowCount {
    return this.counterOf(name, minute).count();
  }

  hit(name: string, minute: number): void {
    this.counterOf(name, minute).unsent += 1;
    this.changed.add(name);
  }

  /** True the first time in this minute. */
  refuse(name: string, minute: number): boolean {
    const counter = this.counterOf(name, minute);
    const isFirst = !counter.refusedHere;
    counter.refusedHere = true;
    return isFirst;
  }

  /** Hits not sent yet, which from now on count as sent. */
  takeUnsent(): CounterHits[] {
    const taken: CounterHits[] = [];
    for (const name of this.changed) {
      const counter = this.counters.get(name);
      if (counter === undefined || counter.unsent === 0) continue;
      taken.push({ counter: name, minute: counter.minute, hits: counter.unsent });
      counter.shared += counter.unsent;
      counter.unsent = 0;
    }
    this.changed.clear();
    return taken;
  }

  /** Gives hits back that could not be sent. */
  giveBack(taken: readonly CounterHits[]): void {
    for (const { counter: name, minute, hits } of taken) {
      const counter = this.counters.get(name);
      if (counter === undefined || counter.minute !== minute) continue;
      counter.shared -= hits;
      counter.unsent += hits;
      this.changed.add(name);
    }
  }

  /** Takes over the totals of all replicas. A total never lowers what is known: it may be older. */
  learn(totals: readonly CounterHits[]): void {
    for (const { counter: name, minute, hits } of totals) {
      const counter = this.counters.get(name);
      if (counter?.minute === minute) counter.shared = Math.max(counter.shared, hits);
      if (counter?.minute === minute + 1) counter.previous = Math.max(counter.previous, hits);
    }
  }

  private counterOf(name: string, minute: number): Counter {
    const known = this.counters.get(name);
    if (known?.turnTo(minute) === false) return known;
    const counter = known ?? new Counter(minute);
    this.moveToEnd(name, counter);
    return counter;
  }

  private moveToEnd(name: string, counter: Counter): void {
    this.counters.delete(name);
    const [oldest] = this.counters.keys();
    if (this.counters.size >= MAXIMUM && oldest !== undefined) this.counters.delete(oldest);
    this.counters.set(name, counter);
  }
}
