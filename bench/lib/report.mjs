import { medianOf, valuesOf } from './measure.mjs';
import { medianRatio } from './statistics.mjs';

export const MEBIBYTE = 1024 ** 2;
const FIGURE_NAMES = { cpuMicros: 'CPU/request', rps: 'requests/s', p99: 'p99' };

/**
 * One row a contestant, each beside the base of the same rounds.
 *
 * @param {{ title: string, base: string, bars: Bar[] }} group
 * @param {import('./measure.mjs').Measurement[]} measurements
 */
export function groupTable({ title, base }, measurements) {
  const reference = measurements.find(({ name }) => name === base);
  const head = [
    '',
    'req/s',
    'p50 ms',
    'p99 ms',
    'CPU µs/req',
    'CPU ×',
    'rate ×',
    'MiB idle → after',
    'errors',
  ];
  const rows = measurements.map((measurement) => [
    measurement === reference ? `${measurement.name} (base)` : measurement.name,
    Math.round(medianOf(measurement, 'rps')).toLocaleString('en'),
    medianOf(measurement, 'p50').toFixed(2),
    medianOf(measurement, 'p99').toFixed(2),
    medianOf(measurement, 'cpuMicros').toFixed(1),
    ratioOf('cpuMicros', measurement, reference).toFixed(2),
    ratioOf('rps', measurement, reference).toFixed(2),
    `${mebibytes(measurement.rss.idle)} → ${mebibytes(measurement.rss.after)}`,
    String(measurement.errors),
  ]);
  return `\n${title}\n${table([head, ...rows])}${firstErrors(measurements)}`;
}

/**
 * What was promised, what was measured, and whether it holds.
 *
 * @typedef {{ figure: 'cpuMicros' | 'rps' | 'p99', atMost?: number, atLeast?: number, goal?: number }} Bar
 * @returns {{ text: string, ratio: number, met: boolean }[]}
 */
export function judge({ base, bars }, measurements) {
  const reference = measurements.find(({ name }) => name === base);
  const [product] = measurements;
  return bars.map((bar) => {
    const ratio = ratioOf(bar.figure, product, reference);
    const limit = bar.atMost === undefined ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`;
    const met = bar.atMost === undefined ? ratio >= bar.atLeast : ratio <= bar.atMost;
    const goal = bar.goal === undefined ? '' : ` (then ${bar.goal})`;
    const text = `${FIGURE_NAMES[bar.figure]} ${limit} × ${base}${goal}: ${ratio.toFixed(2)} ×`;
    return { text, ratio, met };
  });
}

/** Columns padded to their widest cell: the first to the left, figures to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]));
  return rows.map((row) => `  ${row.map(pad).join('  ')}\n`).join('');
}

/** `ok` or `miss` before what was promised. */
export function verdictLines(verdicts) {
  return verdicts.map(({ met, text }) => `  ${met ? 'ok  ' : 'miss'}  ${text}\n`).join('');
}

export function mebibytes(bytes) {
  return String(Math.round(bytes / MEBIBYTE));
}

function ratioOf(figure, measurement, reference) {
  return medianRatio(valuesOf(measurement, figure), valuesOf(reference, figure));
}

function firstErrors(measurements) {
  const failed = measurements.filter(({ firstError }) => firstError !== undefined);
  return failed.map(({ name, firstError }) => `  first error of ${name}: ${firstError}\n`).join('');
}
