#!/usr/bin/env node
// Evaluates the detector of personal data against labelled texts.
import { loadDetector } from './pii-eval/detector.mjs';
import { evaluate } from './pii-eval/evaluate.mjs';
import { readLabelMap } from './pii-eval/label-map.mjs';
import { readRows } from './pii-eval/labelled-rows.mjs';
import { HELP, readOptions } from './pii-eval/options.mjs';
import { EvaluationPlan } from './pii-eval/plan.mjs';
import { report } from './pii-eval/report.mjs';
import { measureSpeed } from './pii-eval/speed.mjs';
import { UsageError } from './pii-eval/usage-error.mjs';

const PROGRESS_EVERY_MS = 2_000;

try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run(options) {
  if (options.help) return console.log(HELP);
  const rows = readRows(options.data);
  const detector = await loadDetector(options);
  const labels = [...new Set(rows.flatMap(({ spans }) => spans.map(({ type }) => type)))];
  const map = readLabelMap(options.map, detector.types);
  const plan = new EvaluationPlan(labels, detector.types, { ...options, map });
  const figures = evaluate(rows, detector.scan, plan, { ...options, progress: progressOf(rows.length) });
  const speed = measureSpeed(
    detector.scan,
    rows.map(({ text }) => text),
  );
  console.log(options.json ? asJson({ plan, speed, ...figures }) : report({ plan, speed, ...figures }));
}

function asJson({ plan: { counted, notCovered, notLabelled }, total, parts, mistakes, speed }) {
  const { misses, falseAlarms } = mistakes;
  return JSON.stringify(
    { counted, notCovered, notLabelled, ...total, parts, speed, misses, falseAlarms },
    null,
    2,
  );
}

/** Says every two seconds how far it is, on standard error. */
function progressOf(total) {
  let next = performance.now() + PROGRESS_EVERY_MS;
  return (done) => {
    if (performance.now() < next) return;
    next += PROGRESS_EVERY_MS;
    console.error(`${done} of ${total} rows`);
  };
}
