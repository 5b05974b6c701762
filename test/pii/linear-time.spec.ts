import { readFileSync } from 'node:fs';
import { PiiAnalyzer } from '../../src/security/pii/analyzer.js';
import { ALL_TYPES } from '../../src/security/pii/entity-types.js';

const analyzer = new PiiAnalyzer();
const KILOBYTE = 1_024;
const ADVERSARIAL_LENGTH = 100 * KILOBYTE;
/** One kilobyte to ten megabytes: what grows with the square would cost 10,000 times as much for each character. */
const LENGTHS = [1, 10, 100, 1_000, 10_000].map((kilobytes) => kilobytes * KILOBYTE);
/** Once is enough for what takes longer. */
const LONG = 1_000 * KILOBYTE;
const MOST_PER_CHARACTER = 3;
const MOST_OF_ADVERSARIAL = 10;
const RUNS = 3;

const PROSE =
  'The quarterly review covers the northern region, where revenue grew while costs hardly changed. 이번 분기 보고서에 따르면 ' +
  '북부 지역의 매출은 크게 늘었고 비용은 거의 변하지 않았습니다. 2026-11-24T05:38:00.000Z INFO http GET /api/v1/items/8812 ' +
  '{"id":8812,"title":"Standing desk","price":129000,"createdAt":"2026-01-02T03:04:05Z"}\n';

/** Labelled texts between prose, log lines and JSON that hold nothing. */
function ordinaryText(length: number): string {
  const rows = ['ko-tune', 'en-tune'].flatMap((name) =>
    readFileSync(`test/fixtures/pii/${name}.jsonl`, 'utf8').trim().split('\n'),
  );
  let text = '';
  for (let index = 0; text.length < length; index++)
    text += `${(JSON.parse(rows[(index * 7) % rows.length]!) as { text: string }).text}\n${PROSE}`;
  return text.slice(0, length);
}

/** The same text at any length: in pieces, or several times over. */
function piecesOf(text: string, length: number): string[] {
  const whole = text.repeat(Math.ceil(length / text.length));
  return Array.from({ length: Math.floor(whole.length / length) }, (_, index) =>
    whole.slice(index * length, (index + 1) * length),
  );
}

/** Median of several runs, in microseconds of processor time: a busy machine hardly changes it. */
function cost(work: () => void, times = RUNS): number {
  const runs = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return runs.sort((a, b) => a - b)[(times - 1) / 2]!;
}

describe('the time of a scan', () => {
  const ordinary = ordinaryText(1_000 * KILOBYTE);
  const scan = (text: string) => void analyzer.scan(text, ALL_TYPES);

  beforeAll(() => {
    // Once compiled, the engine is measured; before, the compiler.
    for (let run = 0; run < 3; run++) scan(ordinary);
  });

  it('grows with the length of the text and no faster, from 1 KB to 10 MB', () => {
    const costs = LENGTHS.map((length) => {
      const texts = piecesOf(ordinary, length);
      const total = cost(() => texts.forEach(scan), length > LONG ? 1 : RUNS);
      return total / (texts.length * length);
    });
    expect(Math.max(...costs) / costs[0]!).toBeLessThan(MOST_PER_CHARACTER);
  });

  it('grows no faster where what is looked for stands nowhere before: a space behind numbers with a plus sign', () => {
    const [short = 0, long = 0] = [50, 800].map((kilobytes) => {
      const text = '1990-01-01****+'.repeat((kilobytes * KILOBYTE) / 15);
      scan(text);
      return cost(() => scan(text)) / kilobytes;
    });
    expect(long / short).toBeLessThan(MOST_PER_CHARACTER);
  });

  it.each([
    ...['1', '@', 'a.a.@a.a.', ' ', '+82', '가', `"'`, '1.1.1.', '12-12-', '::'],
    ...['%', '\\u', 'a', 'A ', '성명: ', '님', '(', '<', '=', '1@ +82가"1.1.1.::%\\uA 성명: 님(<='],
  ])('of 100 KB of %j is at most ten times that of ordinary text', (unit) => {
    const adversarial = unit.repeat(ADVERSARIAL_LENGTH).slice(0, ADVERSARIAL_LENGTH);
    scan(adversarial);
    const floor = cost(() => scan(ordinary.slice(0, ADVERSARIAL_LENGTH)));
    expect(cost(() => scan(adversarial)) / floor).toBeLessThan(MOST_OF_ADVERSARIAL);
  });
});
