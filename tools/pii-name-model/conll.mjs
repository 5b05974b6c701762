import { readFileSync } from 'node:fs';

/** What stands directly behind the token before it. */
const CLOSING = /^(?:[.,!?;:%)\]}…]+|n't|['’](?:s|m|re|ve|ll|d|t))$/i;
const OPENING = new Set(['(', '[', '$', '@', '#']);
const WRITTEN = { '-LRB-': '(', '-RRB-': ')', '``': '"', "''": '"', '&amp;': '&' };

/** Sentences of a file in CoNLL's columns as running text, with the names of people; names of accounts (`@…`) are none. */
export function conllTexts(file) {
  const sentences = readFileSync(file, 'utf8').split(/\n[ \t]*\n/);
  return sentences.map((sentence) => join(sentence.split('\n').flatMap(token))).filter(({ text }) => text);
}

function token(line) {
  const columns = line.trim().split(/[\t ]+/);
  if (columns[0] === '' || columns[0] === '-DOCSTART-') return [];
  return [{ word: WRITTEN[columns[0]] ?? columns[0], tag: columns.at(-1) }];
}

function join(tokens) {
  let text = '';
  let inQuotes = false;
  let open;
  const spans = [];
  tokens.forEach(({ word, tag }, index) => {
    const before = tokens[index - 1]?.word ?? '';
    const isGlued =
      CLOSING.test(word) || OPENING.has(before) || ((word === '"' || before === '"') && inQuotes);
    if (word === '"') inQuotes = !inQuotes;
    if (text !== '' && !isGlued) text += ' ';
    const start = text.length;
    text += word;
    if (!/-(?:PER|person)$/i.test(tag)) open = undefined;
    else if (open === undefined || tag.startsWith('B-'))
      spans.push((open = { start, end: text.length, type: 'PERSON' }));
    else open.end = text.length;
  });
  return { text, spans: spans.filter(({ start }) => text[start] !== '@' && text[start - 1] !== '@') };
}
