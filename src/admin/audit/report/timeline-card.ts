import type { HourTally } from '../../../audit/index.js';
import { html, type Html } from '../../../common/html.js';
import { axisMaximum, columnChart, SERIES, sumOf } from './charts.js';
import { formatNumber } from './number-format.js';
import type { ReportTexts } from './report-texts.js';
import type { TimeFormat } from './time-format.js';
import { ticksOf, toTimeline } from './timeline.js';

const TICKS = 5;
/** A period longer than this is labelled with days. */
const HOURS_LABELLED = 48;

/** Events over time as stacked columns, and the same figures as a table for those who cannot see or point. */
export function timelineCard(hourly: readonly HourTally[], texts: ReportTexts, times: TimeFormat): Html {
  const timeline = toTimeline(hourly);
  const maximum = axisMaximum(timeline.columns.map(sumOf));
  const columns = timeline.columns.map((column) => ({ ...column, label: labelOf(column, texts, times) }));
  const levels = [maximum, maximum / 2, 0].map(
    (level) => html`<span>${formatNumber(level, texts.language)}</span>`,
  );
  const ofDays = hourly.length > HOURS_LABELLED;
  const ticks = ticksOf(timeline, TICKS).map(
    (moment, index) =>
      html`<span${index % 2 === 1 && html` class="tick-minor"`}>${times.toTick(moment, ofDays)}</span>`,
  );
  return html`<section class="card"><h2>${texts.overTime}</h2>${legend(texts)}
<div class="plot"><div class="axis-y" aria-hidden="true">${levels}</div>${columnChart(columns, texts.overTime)}
<div class="axis-x" aria-hidden="true">${ticks}</div></div>${figures(timeline.columns, texts, times)}</section>`;
}

function legend(texts: ReportTexts): Html {
  const items = SERIES.map((name) => html`<li><span class="key ${name}"></span>${texts[name]}</li>`);
  return html`<ul class="legend">${items}</ul>`;
}

function labelOf(column: HourTally, texts: ReportTexts, times: TimeFormat): string {
  const counts = SERIES.map((name) => `${texts[name]} ${formatNumber(column[name], texts.language)}`);
  return `${times.toMinute(column.hour)}: ${counts.join(', ')}`;
}

function figures(columns: readonly HourTally[], texts: ReportTexts, times: TimeFormat): Html {
  const rows = columns
    .filter((column) => sumOf(column) > 0)
    .map((column) => {
      const cells = SERIES.map(
        (name) => html`<td class="number">${formatNumber(column[name], texts.language)}</td>`,
      );
      return html`<tr><td class="when">${times.toMinute(column.hour)}</td>${cells}</tr>`;
    });
  const heads = SERIES.map((name) => html`<th class="number" scope="col">${texts[name]}</th>`);
  return html`<details><summary>${texts.hourlyTable}</summary><div class="scroll"><table>
<thead><tr><th scope="col">${texts.time}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
