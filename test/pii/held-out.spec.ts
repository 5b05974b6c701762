import { evaluate } from '../../scripts/pii-eval/evaluate.mjs';
import { readRows } from '../../scripts/pii-eval/labelled-rows.mjs';
import { EvaluationPlan } from '../../scripts/pii-eval/plan.mjs';
import { PiiAnalyzer } from '../../src/security/pii/analyzer.js';
import { ENFORCED_TYPES } from '../../src/security/pii/entity-types.js';

/** What the detector reached, less a margin. Raise it with the detector; lower it with a reason only. */
const FLOORS = {
  ko: { identifiers: 0.985, everything: 0.97, covered: 0.98, overMasked: 0.01, flaggedOf100: 3 },
  en: { identifiers: 0.975, everything: 0.955, covered: 0.975, overMasked: 0.01, flaggedOf100: 2 },
};

describe.each(Object.entries(FLOORS))('texts in %s that nothing was tuned on', (lang, floor) => {
  const rows = readRows([`test/fixtures/pii/${lang}-held-out.jsonl`]);
  const labels = [...new Set(rows.flatMap(({ spans }) => spans.map(({ type }) => type)))];
  const analyzer = new PiiAnalyzer();
  const plan = new EvaluationPlan(labels, [...ENFORCED_TYPES]);
  const { groups, characters, cleanRows } = evaluate(rows, (text: string) => analyzer.scan(text), plan).total;

  it('have their personal data found, with its boundaries', () => {
    expect(groups.identifiers.exact.f2).toBeGreaterThanOrEqual(floor.identifiers);
    expect(groups.everything.exact.f2).toBeGreaterThanOrEqual(floor.everything);
    expect(characters.coveredShare).toBeGreaterThanOrEqual(floor.covered);
  });

  it('are left alone where there is none', () => {
    expect(characters.overMaskedShare).toBeLessThanOrEqual(floor.overMasked);
    expect(cleanRows.flaggedOf100).toBeLessThanOrEqual(floor.flaggedOf100);
  });
});
