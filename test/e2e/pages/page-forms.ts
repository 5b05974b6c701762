import type { Browser } from '../../support/browser.js';

/** A form of a page, as its markup has it. */
export interface PageForm {
  readonly action: URL;
  readonly fields: Readonly<Record<string, string>>;
}

/** The form that goes to a path ending so. */
export function formTo(page: string, end: string, base: string): PageForm {
  for (const [form, attributes = ''] of page.matchAll(/<form\b([^>]*)>[\s\S]*?<\/form>/g)) {
    const action = decode(/action="([^"]*)"/.exec(attributes)?.[1] ?? '');
    if (!action.endsWith(end)) continue;
    const inputs = [...form.matchAll(/<input\b[^>]*>/g)].map(([input]) => input);
    const fields = inputs.map((input) => [valueOf(input, 'name'), valueOf(input, 'value')]);
    return { action: new URL(action, base), fields: Object.fromEntries(fields) as Record<string, string> };
  }
  throw new Error(`no form to ${end} on the page:\n${page.slice(page.indexOf('<main'))}`);
}

/** Sends it as a browser does, with other fields or headers where the test says so; null takes one out. */
export function submit(
  browser: Browser,
  { action, fields }: PageForm,
  changes: Readonly<Record<string, string | null>> = {},
  headers: Readonly<Record<string, string>> = { origin: action.origin, 'sec-fetch-site': 'same-origin' },
): Promise<Response> {
  const merged = Object.entries({ ...fields, ...changes }).filter(([, value]) => value !== null);
  return browser.request(action, {
    method: 'POST',
    body: new URLSearchParams(merged as [string, string][]),
    headers,
  });
}

function valueOf(input: string, name: string): string {
  return decode(new RegExp(`\\s${name}="([^"]*)"`).exec(input)?.[1] ?? '');
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
