import { ENFORCED_TYPES, type EntityType } from './entity-types.js';
import type { Finding } from './finding.js';
import { mergeFindings } from './merge-findings.js';

const finding = (entityType: EntityType, start: number, end: number, score: number): Finding => ({
  entityType,
  start,
  end,
  score,
  recognizer: 'x',
});
const merged = (local: Finding[], remote: Finding[]) =>
  mergeFindings(local, remote, ENFORCED_TYPES).map(({ entityType, start, end }) => [entityType, start, end]);

describe('mergeFindings', () => {
  it.each<[string, Finding[], Finding[], unknown[]]>([
    [
      'adds',
      [finding('EMAIL', 9, 20, 0.95)],
      [finding('PERSON', 0, 4, 0.7)],
      [
        ['PERSON', 0, 4],
        ['EMAIL', 9, 20],
      ],
    ],
    [
      'covers both halves of one name',
      [finding('PERSON', 0, 4, 0.9)],
      [finding('PERSON', 2, 9, 0.6)],
      [['PERSON', 0, 9]],
    ],
    [
      'lets the surer type win',
      [finding('CREDIT_CARD', 0, 16, 0.97)],
      [finding('PHONE', 0, 12, 0.85)],
      [['CREDIT_CARD', 0, 16]],
    ],
    ['leaves out what is not wanted', [], [finding('LOCATION', 0, 5, 0.8)], []],
  ])('%s', (_what, local, remote, expected) => {
    expect(merged(local, remote)).toEqual(expected);
  });

  it('gives back the very same list when there is nothing to add', () => {
    const local = [finding('EMAIL', 0, 9, 0.9)];
    expect(mergeFindings(local, undefined, ENFORCED_TYPES)).toBe(local);
  });
});
