import type { Finding } from '../finding.js';

/** The text with each finding replaced. Findings have to be in order and free of overlaps, as the analyzer gives them. */
export function replaceSpans(
  text: string,
  findings: readonly Finding[],
  replacement: (value: string, finding: Finding) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const finding of findings) {
    parts.push(text.slice(from, finding.start), replacement(text.slice(finding.start, finding.end), finding));
    from = finding.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
