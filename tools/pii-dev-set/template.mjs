const SLOT = /«([a-z0-9.-]+)(#[a-z0-9]+)?»|\{([가-힣]*)\/([가-힣]+)\}/gu;
/** Digits whose Korean reading ends in a consonant: 영 일 삼 육 칠 팔. */
const CLOSED_DIGITS = '013678';

/**
 * Fills a template: «generator» becomes a value and, when the generator has a type, a span. «generator#x» is the same
 * value wherever it stands in the row; {이/가} is the particle that the character before it asks for.
 *
 * @param {string} template
 * @param {Record<string, { type: string | null, make: (random: object, row: object) => string }>} generators
 * @param {import('./random.mjs').Random} random
 */
export function fill(template, generators, random) {
  const row = {};
  const known = new Map();
  const spans = [];
  let text = '';
  let from = 0;
  for (const match of template.matchAll(SLOT)) {
    text += unescape(template.slice(from, match.index));
    from = match.index + match[0].length;
    if (match[1] === undefined) {
      text += isClosed(text) ? match[3] : match[4];
      continue;
    }
    const { type, make } = generatorOf(match[1], generators, template);
    const value = known.get(match[1] + match[2]) ?? make(random, row);
    if (match[2]) known.set(match[1] + match[2], value);
    if (type !== null) spans.push({ start: text.length, end: text.length + value.length, type });
    text += value;
  }
  return { text: text + unescape(template.slice(from)), spans };
}

function generatorOf(name, generators, template) {
  const generator = generators[name];
  if (generator === undefined) throw new Error(`no generator ${name}, in: ${template}`);
  return generator;
}

function unescape(text) {
  return text.replace(/\\n/g, '\n').replace(/\\t/g, '\t');
}

/** Whether the last character ends in a consonant. */
function isClosed(text) {
  const code = text.charCodeAt(text.length - 1);
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 !== 0;
  return CLOSED_DIGITS.includes(text.at(-1));
}

/**
 * Templates of a file: one a line, under headings `# document type`; lines that begin with // are remarks.
 *
 * @param {string} content
 * @returns {{ doc: string, template: string }[]}
 */
export function readTemplates(content) {
  let doc = '';
  return content.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) doc = line.slice(2).trim();
    return line === '' || line.startsWith('# ') || line.startsWith('//') ? [] : [{ doc, template: line }];
  });
}
