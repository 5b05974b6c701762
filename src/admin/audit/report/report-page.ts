import type { SecurityReportData } from '../../../audit/index.js';
import { html, type Html } from '../../../common/html.js';
import { breakdownCard, piiCard, reasonsCard } from './cards.js';
import { ring, SERIES } from './charts.js';
import { formatNumber, formatShare } from './number-format.js';
import { PAGE_STYLE } from './page-style.js';
import type { ReportTexts } from './report-texts.js';
import { TimeFormat } from './time-format.js';
import { timelineCard } from './timeline-card.js';

/** The report as one page that needs nothing else: charts are drawn here, there is no script. */
export function toReportPage(report: SecurityReportData, texts: ReportTexts): string {
  const times = new TimeFormat(texts);
  return html`<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${texts.title} · Gatehouse</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${pageHeader(report, texts, times)}
<main>
${tiles(report, texts)}
${adviceCard(report, texts)}
<div class="pair wide-left">
${timelineCard(report.hourly, texts, times)}
${outcomesCard(report, texts)}
</div>
<div class="pair">
${breakdownCard(texts.byTool, texts.tool, named(report.byTool, 'tool'), texts)}
${breakdownCard(texts.byClient, texts.client, named(report.byClient, 'clientId', texts.noClient), texts)}
</div>
<div class="pair">
${breakdownCard(texts.byEvent, texts.event, named(report.byEvent, 'eventType'), texts)}
${piiCard(report.piiTypes, texts)}
</div>
${reasonsCard(texts.refusals, report.refusals, texts, times)}
${report.failures.length > 0 && reasonsCard(texts.failures, report.failures, texts, times)}
</main>
<footer>Gatehouse · ${texts.timeZoneName}</footer>
</body>
</html>
`.toString();
}

function pageHeader(
  { period, generatedAt }: SecurityReportData,
  texts: ReportTexts,
  times: TimeFormat,
): Html {
  return html`<header class="page">
<p class="brand">GATEHOUSE · 경비실</p>
<h1>${texts.title}</h1>
<p class="period">${texts.period} <span>${times.toMinute(period.from)}</span> – <span>${times.toMinute(period.to)}</span>
<span>(${texts.timeZoneName})</span> · ${texts.generated} <span>${times.toMinute(generatedAt)}</span></p>
</header>`;
}

function tiles({ totals, rates }: SecurityReportData, texts: ReportTexts): Html {
  const { language } = texts;
  const number = (value: number) => formatNumber(value, language);
  const share = (value: number) => texts.ofAll(formatShare(value, language));
  return html`<dl class="tiles" aria-label="${texts.summary}">
${tile(texts.events, number(totals.total), `${texts.perHour} ${number(rates.eventsPerHour)}`)}
${tile(texts.toolAccesses, number(totals.toolAccesses), `${texts.clientsSeen} ${number(totals.clients)}`)}
${tile(texts.tokensIssued, number(totals.tokensIssued), `${texts.tokensRefused} ${number(totals.tokensDenied)}`)}
${tile(texts.refused, number(totals.denied), share(rates.denied))}
${tile(texts.piiFindings, number(totals.piiFindings), `${texts.recordsWithPii} ${number(totals.withPii)}`)}
${tile(texts.incidents, number(totals.incidents), `${texts.failure} ${number(totals.failure)}`)}
</dl>`;
}

function tile(label: string, figure: string, note: string): Html {
  return html`<div class="tile"><dt>${label}</dt><dd class="figure">${figure}</dd><dd class="note">${note}</dd></div>`;
}

function adviceCard({ recommendations }: SecurityReportData, texts: ReportTexts): Html {
  const items = recommendations.map(
    ({ code, severity, count }) =>
      html`<li><span class="badge ${severity}">${texts.severities[severity]}</span>
<span>${texts.recommendations[code](count)}</span></li>`,
  );
  return html`<section class="card"><h2>${texts.recommendationsTitle}</h2><ul class="advice">${items}</ul></section>`;
}

function outcomesCard({ byOutcome, rates }: SecurityReportData, texts: ReportTexts): Html {
  const rows = SERIES.map(
    (name) => html`<tr><td><span class="key ${name}"></span>${texts[name]}</td>
<td class="number">${formatNumber(byOutcome[name], texts.language)}</td>
<td class="number">${formatShare(rates[name], texts.language)}</td></tr>`,
  );
  const middle = formatShare(rates.success, texts.language);
  return html`<section class="card"><h2>${texts.outcomes}</h2>
<div class="shares">${ring(byOutcome, middle, `${texts.success} ${middle}`)}<table><tbody>${rows}</tbody></table></div>
</section>`;
}

/** The list with its naming member under one name for all lists. */
function named<Name extends string, Row extends Readonly<Record<Name, string>>>(
  rows: readonly Row[],
  member: Name,
  empty = '',
): (Row & { name: string })[] {
  return rows.map((row) => ({ ...row, name: row[member] === '' ? empty : row[member] }));
}
