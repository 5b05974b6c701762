import { html, type Html } from '../../../common/html.js';

/** Drawn in this order, from the axis outwards; the names are CSS classes as well. */
export const SERIES = ['success', 'denied', 'failure'] as const;

export type Parts = Readonly<Record<(typeof SERIES)[number], number>>;

export interface ChartColumn extends Parts {
  /** Shown when pointing at the column. */
  readonly label: string;
}

/** Sizes inside the drawing; it is stretched to whatever width the page gives it. */
const COLUMN = 10;
const GAP = 2;
const HEIGHT = 100;
const BAR = 10;
const ROUND_STEPS = [1, 2, 3, 4, 5, 6, 8, 10];

/** Stacked columns. No text inside, since stretching would distort it: axes are the page's. */
export function columnChart(columns: readonly ChartColumn[], title: string): Html {
  const scale = HEIGHT / axisMaximum(columns.map(sumOf));
  const width = Math.max(1, columns.length) * COLUMN;
  const lines = [0, HEIGHT / 2, HEIGHT].map(
    (y) =>
      html`<line class="grid" x1="0" y1="${y}" x2="${width}" y2="${y}" vector-effect="non-scaling-stroke" />`,
  );
  return html`<svg class="columns" viewBox="0 0 ${width} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${title}">
${lines}${columns.map((column, index) => drawColumn(column, index * COLUMN, scale))}</svg>`;
}

/** The smallest round number not below any value whose half is round as well: both label the axis. */
export function axisMaximum(values: readonly number[]): number {
  const highest = Math.max(1, ...values);
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = ROUND_STEPS.find((candidate) => candidate * power >= highest) ?? 10;
  return Math.max(2, step * power);
}

function drawColumn(column: ChartColumn, x: number, scale: number): Html {
  let top = HEIGHT;
  const blocks = SERIES.filter((name) => column[name] > 0).map((name) => {
    const height = column[name] * scale;
    top -= height;
    return html`<rect class="${name}" x="${x + GAP / 2}" y="${fixed(top)}" width="${COLUMN - GAP}" height="${fixed(height)}" />`;
  });
  return html`<g><title>${column.label}</title>
<rect class="hit" x="${x}" y="0" width="${COLUMN}" height="${HEIGHT}" />${blocks}</g>`;
}

/** One horizontal bar of a list, its whole length standing for `maximum`. */
export function bar(parts: Parts, maximum: number): Html {
  let x = 0;
  const blocks = SERIES.filter((name) => parts[name] > 0).map((name) => {
    const width = (parts[name] / Math.max(1, maximum)) * 100;
    const block = html`<rect class="${name}" x="${fixed(x)}" y="0" width="${fixed(width)}" height="${BAR}" />`;
    x += width;
    return block;
  });
  return html`<svg class="bar" viewBox="0 0 100 ${BAR}" preserveAspectRatio="none" aria-hidden="true">
<rect class="track" x="0" y="0" width="100" height="${BAR}" />${blocks}</svg>`;
}

/** Shares as a ring, the first of them written in its middle. */
export function ring(parts: Parts, middle: string, title: string): Html {
  const total = sumOf(parts);
  let offset = 25;
  const arcs = SERIES.filter((name) => parts[name] > 0).map((name) => {
    const share = (parts[name] / total) * 100;
    const arc = html`<circle class="arc ${name}" cx="21" cy="21" r="15.9155" pathLength="100"
stroke-dasharray="${fixed(share)} ${fixed(100 - share)}" stroke-dashoffset="${fixed(offset)}" />`;
    offset -= share;
    return arc;
  });
  return html`<svg class="ring" viewBox="0 0 42 42" role="img" aria-label="${title}">
<circle class="arc track" cx="21" cy="21" r="15.9155" />${arcs}
<text x="21" y="21" text-anchor="middle" dominant-baseline="central">${middle}</text></svg>`;
}

export function sumOf({ success, denied, failure }: Parts): number {
  return success + denied + failure;
}

function fixed(value: number): string {
  return String(Math.round(value * 1_000) / 1_000);
}
