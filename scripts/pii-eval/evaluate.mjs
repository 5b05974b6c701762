import { compareRow } from './compare-row.mjs';
import { Mistakes } from './mistakes.mjs';
import { Tally } from './tally.mjs';

/**
 * Runs a detector over labelled rows.
 *
 * @param {object[]} rows
 * @param {(text: string) => { start: number, end: number, entityType: string, score?: number }[]} scan
 * @param {import('./plan.mjs').EvaluationPlan} plan
 * @param {{ threshold?: number, by?: string, errors?: number, progress?: (done: number) => void }} [options]
 */
export function evaluate(rows, scan, plan, { threshold = 0, by, errors = 0, progress } = {}) {
  const total = new Tally();
  const parts = new Map();
  const mistakes = new Mistakes(errors);
  for (const [index, row] of rows.entries()) {
    const findings = scan(row.text).filter(({ score = 1 }) => score >= threshold);
    const compared = compareRow(row, findings, plan);
    total.add(compared);
    if (by !== undefined) partOf(parts, row[by]).add(compared);
    mistakes.add(row, compared);
    progress?.(index + 1);
  }
  return { total: total.figures(), parts: figuresOf(parts), mistakes };
}

function partOf(parts, value) {
  const name = value === undefined ? '–' : String(value);
  if (!parts.has(name)) parts.set(name, new Tally());
  return parts.get(name);
}

function figuresOf(parts) {
  return Object.fromEntries([...parts].sort().map(([name, tally]) => [name, tally.figures()]));
}
