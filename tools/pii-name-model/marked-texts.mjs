import { readFileSync } from 'node:fs';

/** Texts of a file, one a line, `\n` for its line breaks, with each name between ⟪ and ⟫. */
export function markedTexts(file) {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean).map(unmark);
}

function unmark(line) {
  const parts = line
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .split(/⟪([^⟫]*)⟫/);
  let text = '';
  const spans = [];
  parts.forEach((part, index) => {
    if (index % 2 === 1) spans.push({ start: text.length, end: text.length + part.length, type: 'PERSON' });
    text += part;
  });
  return { text, spans };
}
