import type { PiiTypeCount, ReasonCount, Tally } from '../../../audit/index.js';
import { html, type Html } from '../../../common/html.js';
import { bar } from './charts.js';
import { formatNumber } from './number-format.js';
import type { ReportTexts } from './report-texts.js';
import type { TimeFormat } from './time-format.js';

/** Rows a card shows; JSON and CSV have them all. */
const MAX_ROWS = 12;

type NamedTally = Tally & { readonly name: string };

/** A list of names with a bar each: length for how many, colours for how they ended. */
export function breakdownCard(
  title: string,
  column: string,
  rows: readonly NamedTally[],
  texts: ReportTexts,
): Html {
  const maximum = Math.max(...rows.map(({ total }) => total), 1);
  const body = rows.slice(0, MAX_ROWS).map(
    (row) => html`<tr><td class="name">${breakable(row.name)}</td><td>${bar(row, maximum)}</td>
<td class="number">${formatNumber(row.total, texts.language)}</td></tr>`,
  );
  return card(title, texts, [column, '', texts.count], body, 'bars');
}

export function piiCard(types: readonly PiiTypeCount[], texts: ReportTexts): Html {
  const body = types.slice(0, MAX_ROWS).map(
    ({ entityType, direction, action, findings }) => html`<tr><td class="name"><code>${entityType}</code></td>
<td>${texts.directions[direction]} · ${texts.actions[action] ?? action}</td>
<td class="number">${formatNumber(findings, texts.language)}</td></tr>`,
  );
  return card(texts.piiTypes, texts, [texts.entityType, texts.handling, texts.count], body);
}

export function reasonsCard(
  title: string,
  reasons: readonly ReasonCount[],
  texts: ReportTexts,
  times: TimeFormat,
): Html {
  const body = reasons.slice(0, MAX_ROWS).map(
    ({
      reason,
      eventType,
      count,
      lastAt,
    }) => html`<tr><td class="name"><code>${reason || texts.noReason}</code></td>
<td class="name">${eventType}</td><td class="when">${times.toMinute(lastAt)}</td>
<td class="number">${formatNumber(count, texts.language)}</td></tr>`,
  );
  return card(title, texts, [texts.reason, texts.event, texts.last, texts.count], body);
}

/** A titled table whose last column holds numbers; a sentence instead when there is nothing to show. */
function card(
  title: string,
  texts: ReportTexts,
  columns: readonly string[],
  body: readonly Html[],
  kind = '',
): Html {
  if (body.length === 0) {
    return html`<section class="card"><h2>${title}</h2><p class="nothing">${texts.nothing}</p></section>`;
  }
  const heads = columns.map((column, index) =>
    index === columns.length - 1
      ? html`<th class="number" scope="col">${column}</th>`
      : html`<th scope="col">${column}</th>`,
  );
  return html`<section class="card"><h2>${title}</h2><table class="${kind}">
<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></section>`;
}

/** Lets a long name break behind its separators instead of anywhere. */
function breakable(name: string): Html[] {
  return name.split(/(?<=[_.\-/:])/).map((part) => html`${part}<wbr />`);
}
