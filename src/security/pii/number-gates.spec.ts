import { NumberGates, type Gated } from './number-gates.js';
import { CodeUnits } from './text/code-units.js';

/** What one recognizer asks for, a text, and whether it lets the number in it pass. */
const CASES: readonly (readonly [gated: Gated, text: string, passes: boolean])[] = [
  [{}, 'x12', true],
  [{ before: ['SPACE'] }, 'no 12', true],
  [{ before: ['SPACE'] }, 'no:12', false],
  [{ before: ['OTHER'] }, '12', true],
  [{ after: ['HANGUL', 'COLON'] }, '12년', true],
  [{ after: ['HANGUL', 'COLON'] }, '12:00', true],
  [{ after: ['HANGUL'] }, '12 년', false],
  [{ behind: 'xb' }, 'P.O. Box 12', true],
  [{ behind: 'xb' }, 'BOX-12', true],
  [{ behind: 'xb' }, 'row 12', false],
  [{ behind: '가0' }, '세종로 12', true],
  [{ behind: '가0' }, '9 12', true],
  [{ behind: '가0' }, 'Road 12', false],
  [{ behind: '.' }, 'No. 12', true],
  [{ behind: '*' }, 'age: 12', true],
  [{ ahead: 'ym' }, '12 Years', true],
  [{ ahead: 'ym' }, '12 days', false],
  [{ ahead: '가' }, '12 가 3456', true],
  [{ first: '12' }, '12', true],
  [{ first: '9' }, '12', false],
  [{ before: ['SPACE'], ahead: 'd', first: '1' }, 'in 12 days', true],
  [{ before: ['SPACE'], ahead: 'd', first: '1' }, 'in:12 days', false],
];

describe('NumberGates', () => {
  it.each(CASES)('of %j before %j: %s', (gated, text, passes) => {
    const units = new CodeUnits();
    units.read(text);
    const start = text.indexOf('12');
    // Others of the list keep to what they ask for.
    const gates = new NumberGates([[], [{ first: '7' }, gated]]);
    gates.moveTo(units, start);
    expect(gates.openTo(1, units, start + 2)).toBe(passes ? 0b10 : 0);
    expect(gates.openTo(0, units, start + 2)).toBe(0);
  });

  it('refuse more recognizers of one shape than there are bits', () => {
    expect(() => new NumberGates([Array.from({ length: 31 }, () => ({}))])).toThrow(TypeError);
  });
});
