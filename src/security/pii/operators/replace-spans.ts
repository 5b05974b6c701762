/** A part of a text. Offsets are UTF-16 units, `end` is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text with each span replaced. Spans have to be in order and free of overlaps, as the analyzer gives findings. */
export function replaceSpans<S extends Span>(
  text: string,
  spans: readonly S[],
  replacement: (value: string, span: S) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const span of spans) {
    parts.push(text.slice(from, span.start), replacement(text.slice(span.start, span.end), span));
    from = span.end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
