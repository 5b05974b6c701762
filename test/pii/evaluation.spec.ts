import { spawnSync } from 'node:child_process';
import { evaluate } from '../../scripts/pii-eval/evaluate.mjs';
import { accepts, canonicalType, isCovered } from '../../scripts/pii-eval/label-map.mjs';
import { rowsOf } from '../../scripts/pii-eval/labelled-rows.mjs';
import { readOptions } from '../../scripts/pii-eval/options.mjs';
import { EvaluationPlan } from '../../scripts/pii-eval/plan.mjs';
import { piecesOf } from '../../scripts/pii-eval/speed.mjs';

interface Row {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}
type Choices = Record<string, boolean | string[] | number | string | undefined>;

const DETECTOR = ['PERSON', 'EMAIL', 'PHONE', 'ADDRESS', 'PASSPORT'];

/** Finds what stands in «», (PERSON), <> (EMAIL) or {} (PHONE), brackets included. */
function bracketDetector(text: string) {
  const found = (pattern: RegExp, entityType: string) =>
    [...text.matchAll(pattern)].map(({ 0: value, index }) => ({
      start: index,
      end: index + value.length,
      entityType,
      score: value.includes('?') ? 0.6 : 0.9,
    }));
  return [...found(/«[^»]*»/g, 'PERSON'), ...found(/<[^>]*>/g, 'EMAIL'), ...found(/\{[^}]*\}/g, 'PHONE')];
}

function figures(rows: readonly Row[], choices: Choices = {}) {
  const labels = [...new Set(rows.flatMap(({ spans }) => spans.map(({ type }) => type)))];
  return evaluate([...rows], bracketDetector, new EvaluationPlan(labels, DETECTOR, choices), {
    errors: 9,
    ...choices,
  });
}

const row = (text: string, ...spans: [start: number, end: number, type: string][]): Row => ({
  text,
  spans: spans.map(([start, end, type]) => ({ start, end, type })),
});

describe('figures of an evaluation', () => {
  it('tell exact from overlapping', () => {
    // One person exactly, one with a wrong end, one missed; one false alarm.
    const rows = [
      row('«ab» and «cd»x', [0, 4, 'PERSON'], [9, 14, 'PERSON']),
      row('missed xyz', [7, 10, 'PERSON']),
      row('«no»'),
    ];
    const { PERSON } = figures(rows).total.types as Record<string, object>;
    expect(PERSON).toEqual({
      gold: 3,
      found: 3,
      exact: { precision: 1 / 3, recall: 1 / 3, f1: expect.closeTo(1 / 3), f2: expect.closeTo(1 / 3) },
      overlapping: { precision: 2 / 3, recall: 2 / 3, f1: expect.closeTo(2 / 3), f2: expect.closeTo(2 / 3) },
    });
  });

  it('weigh recall in F2', () => {
    const { total } = figures([row('«ab» xy', [0, 4, 'PERSON'], [5, 7, 'PERSON'])]);
    expect(total.types['PERSON']).toMatchObject({
      exact: { precision: 1, recall: 0.5, f1: expect.closeTo(2 / 3), f2: 2.5 / 4.5 },
    });
  });

  it('count UTF-16 units, as JavaScript does', () => {
    // Each face is two units: the label reaches from 2 to 8.
    const { total } = figures([row('😀«한😀»😀', [2, 6, 'PERSON'])]);
    expect(total.types['PERSON']).toMatchObject({ exact: { recall: 0 }, overlapping: { recall: 1 } });
    expect(total.characters).toMatchObject({ gold: 4, covered: 4, clean: 5, overMasked: 1 });
  });

  it('pair a finding with one label only', () => {
    const twice = row('«ab»', [0, 4, 'PERSON'], [0, 4, 'NAME']);
    expect(figures([twice]).total.types['PERSON']).toMatchObject({
      gold: 2,
      found: 1,
      exact: { recall: 0.5 },
    });
  });

  it('count leaked and over-masked characters, and flagged clean rows', () => {
    const rows = [row('«ab»12', [0, 6, 'PERSON']), row('«clean»'), row('really clean')];
    const { characters, cleanRows } = figures(rows).total;
    expect(characters).toMatchObject({ gold: 6, covered: 4, leaked: 2, clean: 19, overMasked: 7 });
    expect(cleanRows).toEqual({ rows: 2, flagged: 1, flaggedOf100: 50 });
  });

  it('keep names and places out of the identifiers', () => {
    const { groups } = figures([row('xy <a> ', [0, 2, 'PERSON'], [3, 6, 'EMAIL'])]).total;
    expect(groups.identifiers).toMatchObject({ gold: 1, exact: { f2: 1 } });
    expect(groups.everything).toMatchObject({ gold: 2, exact: { recall: 0.5 } });
  });

  it('leave out findings below the threshold', () => {
    const rows = [row('«a?»', [0, 4, 'PERSON'])];
    expect(figures(rows, { threshold: 0.7 }).total.types['PERSON']).toMatchObject({
      found: 0,
      exact: { f2: 0 },
    });
  });

  it('are given for each value of a member as well', () => {
    const rows = [
      { ...row('<a>', [0, 3, 'EMAIL']), lang: 'en' },
      { ...row('x', [0, 1, 'EMAIL']), lang: 'ko' },
    ];
    const { parts } = figures(rows, { by: 'lang' });
    expect(Object.keys(parts)).toEqual(['en', 'ko']);
    expect(parts['ko'].groups.identifiers.exact.recall).toBe(0);
  });

  it('show what was missed and what was found in vain', () => {
    const { misses, falseAlarms } = figures([row('xy «no»', [0, 2, 'PERSON'])]).mistakes;
    expect(misses).toMatchObject([{ type: 'PERSON', why: 'missed', context: '⟦xy⟧ «no»' }]);
    expect(falseAlarms).toMatchObject([{ type: 'PERSON', context: 'xy ⟦«no»⟧' }]);
  });
});

describe('labels of others', () => {
  it.each([
    ['EMAIL_ADDRESS', 'EMAIL'],
    ['phone_number', 'PHONE'],
    ['STREET_ADDRESS', 'ADDRESS'],
    ['IBAN_CODE', 'IBAN'],
    ['PS', 'PERSON'],
    ['B-person', 'PERSON'],
    ['QT_RESIDENT_NUMBER', 'KR_RRN'],
    ['주민등록번호', 'KR_RRN'],
    ['creative-work', 'CREATIVE_WORK'],
    ['GPE', 'LOCATION'],
    ['Credit Card', 'CREDIT_CARD'],
    ['NOT_HEARD_OF', 'NOT_HEARD_OF'],
  ])('%s is %s', (label, type) => {
    expect(canonicalType(label)).toBe(type);
  });

  it('may be rougher or finer than the types of the detector', () => {
    expect(accepts('PASSPORT', 'US_PASSPORT')).toBe(true);
    expect(accepts('US_PASSPORT', 'PASSPORT')).toBe(true);
    expect(accepts('US_PASSPORT', 'KR_PASSPORT')).toBe(false);
    expect(isCovered('DRIVER_LICENSE', ['KR_DRIVER_LICENSE'])).toBe(true);
    expect(isCovered('LOCATION', ['ADDRESS'])).toBe(false);
  });

  it('without a type of the detector do not count, and say nothing of what is found there', () => {
    const rows = [row('at «x» <a>', [3, 6, 'ORG'], [7, 10, 'EMAIL'])];
    expect(figures(rows).total.groups.everything).toMatchObject({ gold: 1, found: 1 });
    expect(figures(rows, { all: true }).total.groups.everything).toMatchObject({
      gold: 2,
      exact: { recall: 0.5 },
    });
  });

  it('decide which findings count; strict counts all', () => {
    const rows = [row('<a> {1}', [0, 3, 'EMAIL'])];
    expect(figures(rows).total.groups.everything.found).toBe(1);
    expect(figures(rows, { strict: true }).total.groups.everything.found).toBe(2);
    expect(new EvaluationPlan(['EMAIL'], DETECTOR).notLabelled).toEqual([
      'ADDRESS',
      'PASSPORT',
      'PERSON',
      'PHONE',
    ]);
  });

  it('count everything where nothing is labelled at all', () => {
    expect(figures([row('{1}')]).total.cleanRows.flagged).toBe(1);
  });

  it('follow a map, and leave out what it maps to nothing', () => {
    const rows = [row('«ab» <c>', [0, 4, 'WHO'], [5, 8, 'EMAIL'])];
    const map = new Map<string, string | null>([
      ['WHO', 'PERSON'],
      ['EMAIL', null],
    ]);
    const { groups } = evaluate(
      [...rows],
      bracketDetector,
      new EvaluationPlan(['WHO', 'EMAIL'], DETECTOR, { map }),
    ).total;
    expect(groups.everything).toMatchObject({ gold: 1, found: 1, exact: { f2: 1 } });
  });

  it('can be narrowed to some types', () => {
    const rows = [row('«ab» x <c>', [0, 4, 'PERSON'], [5, 6, 'EMAIL'])];
    expect(figures(rows, { types: ['EMAIL_ADDRESS'] }).total.groups.everything).toMatchObject({
      gold: 1,
      found: 1,
    });
  });
});

describe('labelled rows', () => {
  it.each([
    ['{', 'not JSON'],
    ['[]', 'not an object'],
    ['{"text":1}', 'text is not a string'],
    ['{"text":"a","spans":{}}', 'spans is not an array'],
    ['{"text":"a","spans":[null]}', 'spans[0] is not an object'],
    ['{"text":"a","spans":[{"start":0,"end":1}]}', 'spans[0].type is not a name'],
    ['{"text":"a","spans":[{"start":0.5,"end":1,"type":"A"}]}', 'spans[0].start is not a whole number'],
    ['{"text":"a","spans":[{"start":1,"end":1,"type":"A"}]}', 'not after .start 1'],
    ['{"text":"😀","spans":[{"start":0,"end":3,"type":"A"}]}', "beyond the text's 2 UTF-16 units"],
  ])('say where %s is wrong', (line, why) => {
    const problems: string[] = [];
    rowsOf('some.jsonl', `{"text":"fine"}\n\n${line}\n`, problems);
    expect(problems).toEqual([expect.stringContaining(`some.jsonl:3: `)]);
    expect(problems[0]).toContain(why);
  });

  it('take Windows line ends, a byte order mark and members of their own', () => {
    const problems: string[] = [];
    expect(rowsOf('a', '\uFEFF{"text":"x","id":7}\r\n{"text":"y"}\r\n', problems)).toMatchObject([
      { text: 'x', id: 7, line: 1, spans: [] },
      { text: 'y', line: 2 },
    ]);
    expect(problems).toEqual([]);
  });
});

describe('options', () => {
  it.each([
    [[], '--data FILE.jsonl is missing'],
    [['--data', 'a', '--threshold', 'high'], '--threshold is a number from 0 to 1, not "high"'],
    [['--data', 'a', '--errors', '-1'], '--errors'],
    [['--datta', 'a'], "Unknown option '--datta'"],
    [['--data', 'a', 'b'], "Unexpected argument 'b'"],
  ])('%j is refused', (args, why) => {
    expect(() => readOptions(args)).toThrow(why);
  });
});

describe('npm run pii:eval', () => {
  it('ends with 2 and one line that says what is wrong', () => {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      ['scripts/pii-eval.mjs', '--data', 'none.jsonl'],
      {
        encoding: 'utf8',
      },
    );
    expect({ status, stderr, stdout }).toEqual({
      status: 2,
      stderr: 'none.jsonl: no such file\n',
      stdout: '',
    });
  });
});

describe('pieces for the measurement of speed', () => {
  it('have 4 KB, however short the rows are', () => {
    expect(piecesOf(['한글 text']).map((piece: string) => Buffer.byteLength(piece))).toEqual([4103]);
    expect(piecesOf(Array.from({ length: 20 }, () => 'x'.repeat(1500)))).toHaveLength(6);
  });
});
