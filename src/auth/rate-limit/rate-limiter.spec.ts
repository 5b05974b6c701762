import { Clock } from '../../common/clock.js';
import { RateLimiter } from './rate-limiter.js';

/** A minute's beginning, so that the arithmetic can be read. */
const MINUTE = Date.UTC(2026, 10, 21, 12, 0, 0);

class SetClock extends Clock {
  constructor(public time = MINUTE) {
    super();
  }

  now(): Date {
    return new Date(this.time);
  }
}

function admitted(limiter: RateLimiter, attempts: number, limit: number, key = 'a'): number {
  let count = 0;
  for (let index = 0; index < attempts; index += 1) count += limiter.consume('b', key, limit).allowed ? 1 : 0;
  return count;
}

describe('RateLimiter', () => {
  it('admits the limit and no more, for each key and bucket apart', () => {
    const limiter = new RateLimiter(new SetClock());
    expect(admitted(limiter, 20, 10)).toBe(10);
    expect(admitted(limiter, 20, 10, 'b')).toBe(10);
    expect(limiter.consume('other', 'a', 10).allowed).toBe(true);
  });

  it('does not admit a second burst across the turn of the minute', () => {
    const clock = new SetClock(MINUTE + 59_000);
    const limiter = new RateLimiter(clock);
    expect(admitted(limiter, 100, 60)).toBe(60);
    clock.time = MINUTE + 61_000;
    expect(admitted(limiter, 100, 60)).toBeLessThanOrEqual(2);
  });

  it('lets a caller in again who goes on asking, as its earlier requests age', () => {
    const clock = new SetClock();
    const limiter = new RateLimiter(clock);
    admitted(limiter, 1_000, 60);
    clock.time = MINUTE + 90_000;
    expect(admitted(limiter, 1_000, 60)).toBe(30);
  });

  it.each([
    ['all used at the beginning of the minute', 0, 61],
    ['all used at its end', 50_000, 11],
  ])('says when to come back: %s', (_case, offset, expected) => {
    const clock = new SetClock(MINUTE + offset);
    const limiter = new RateLimiter(clock);
    admitted(limiter, 60, 60);
    const { allowed, retryAfterSeconds } = limiter.consume('b', 'a', 60);
    expect(allowed).toBe(false);
    expect(Math.abs(retryAfterSeconds - expected)).toBeLessThanOrEqual(1);
    clock.time += retryAfterSeconds * 1_000 + 1;
    expect(limiter.consume('b', 'a', 60).allowed).toBe(true);
  });

  it('marks one refusal a minute for the record', () => {
    const clock = new SetClock();
    const limiter = new RateLimiter(clock);
    const refusals = () =>
      [1, 2, 3].map(() => limiter.consume('b', 'a', 1)).filter(({ firstRefusal }) => firstRefusal);
    expect(refusals()).toHaveLength(1);
    expect(refusals()).toHaveLength(0);
    clock.time += 60_000;
    expect(refusals()).toHaveLength(1);
  });

  it('counts what other replicas admitted', () => {
    const limiter = new RateLimiter(new SetClock());
    admitted(limiter, 3, 10);
    const [sent] = limiter.table.takeUnsent();
    expect(sent).toMatchObject({ counter: 'b a', hits: 3 });
    limiter.table.learn([{ counter: 'b a', minute: sent?.minute ?? 0, hits: 9 }]);
    expect(admitted(limiter, 10, 10)).toBe(1);
  });

  it('loses no count when the others cannot be reached', () => {
    const limiter = new RateLimiter(new SetClock());
    admitted(limiter, 5, 10);
    const sent = limiter.table.takeUnsent();
    limiter.table.giveBack(sent);
    expect(limiter.table.takeUnsent()).toEqual(sent);
    expect(admitted(limiter, 10, 10)).toBe(5);
  });

  describe('of a call that several limits are about', () => {
    const quota = (bucket: string, limitPerMinute: number) => ({ bucket, key: 'a', limitPerMinute });
    const [wide, narrow] = [quota('wide', 10), quota('narrow', 2)];

    it('counts it against each, and says what is left', () => {
      const limiter = new RateLimiter(new SetClock());
      const { verdict, left } = limiter.charge([wide, narrow]);
      expect(verdict.allowed).toBe(true);
      expect([...left.values()]).toEqual([9, 1]);
    });

    it('counts nothing when one has no room, and names that one', () => {
      const limiter = new RateLimiter(new SetClock());
      const charges = Array.from({ length: 50 }, () => limiter.charge([wide, narrow]));
      expect(charges.filter(({ verdict }) => verdict.allowed)).toHaveLength(2);
      expect(charges.at(-1)).toMatchObject({ refusedBy: narrow, verdict: { allowed: false } });
      expect(charges.filter(({ verdict }) => verdict.firstRefusal)).toHaveLength(1);
      expect(limiter.charge([wide]).left.get(wide)).toBe(7);
    });

    it('names the one that takes longest, when several have none', () => {
      const clock = new SetClock();
      const limiter = new RateLimiter(clock);
      const fading = quota('fading', 1);
      limiter.charge([fading]);
      clock.time += 60_000;
      limiter.charge([narrow]);
      limiter.charge([narrow]);
      const wait = limiter.charge([narrow]).verdict.retryAfterSeconds;
      expect(limiter.charge([fading]).verdict.retryAfterSeconds).toBeLessThan(wait);
      for (const quotas of [
        [fading, narrow],
        [narrow, fading],
      ]) {
        expect(limiter.charge(quotas)).toMatchObject({
          refusedBy: narrow,
          verdict: { retryAfterSeconds: wait },
        });
      }
    });
  });

  it('is bounded: a flood of addresses does not grow it without end', () => {
    const limiter = new RateLimiter(new SetClock());
    for (let index = 0; index < 60_000; index += 1) limiter.consume('b', `key ${index}`, 10);
    expect(limiter.table.takeUnsent().length).toBeLessThanOrEqual(50_000);
  });
});
