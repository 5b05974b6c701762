import { HangulGates } from './hangul-gates.js';
import type { HangulBeginning, HangulRecognizer } from './recognizers/recognizer.js';
import { CodeUnits } from './text/code-units.js';

const asking = (name: string, begins: readonly HangulBeginning[]): HangulRecognizer => ({
  name,
  trigger: 'hangul',
  begins,
  recognize: () => undefined,
});
const RECOGNIZERS = [
  asking('first', [{ first: '김이' }]),
  asking('alone', [{ first: '김', alone: true }]),
  asking('rules', [
    { first: '이', second: '수' },
    { first: '이', second: '수지', third: '님' },
  ]),
];

describe('HangulGates', () => {
  it.each([
    ['김치', ['first 1', 'alone 1']],
    ['김 씨', ['alone 1']],
    ['김', ['alone 1']],
    ['이사', ['first 1']],
    ['이수', ['first 1', 'rules 3']],
    ['이수 치', ['first 1', 'rules 3']],
    ['이수님', ['first 1', 'rules 3']],
    ['이수치', ['first 1', 'rules 1']],
    ['이지님', ['first 1', 'rules 2']],
    ['이지치', ['first 1']],
    ['박', []],
  ])('of %s: %j', (text, expected) => {
    const units = new CodeUnits();
    units.read(text);
    const turns = new HangulGates(RECOGNIZERS).turnsAt(units, 0);
    expect(turns.map(({ recognizer, begins }) => `${recognizer.name} ${begins}`)).toEqual(expected);
  });

  it('refuse more beginnings than there are bits, and a third syllable of what may stand alone', () => {
    const many = Array.from({ length: 13 }, () => ({ first: '김' }));
    expect(() => new HangulGates([asking('many', many)])).toThrow(TypeError);
    expect(() => new HangulGates([asking('odd', [{ first: '김', third: '님', alone: true }])])).toThrow(
      TypeError,
    );
  });
});
