import type { Seeded } from './seeded.js';
import type { Value } from './values.js';

/** A way to write a value so that it is still there. */
type TextShape = (value: Value) => string;
type JsonShape = (value: Value, chance: Seeded) => unknown;

const base64 = (text: string) => Buffer.from(text).toString('base64');
const base64url = (text: string) => Buffer.from(text).toString('base64url');
const entities = (text: string) => [...text].map((character) => `&#${character.codePointAt(0)};`).join('');
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const escaped = (text: string) =>
  text.replace(/[^\w ]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Texts that hold the value, in every writing that is looked into. */
export const TEXT_SHAPES: Readonly<Record<string, TextShape>> = {
  sentence: ({ sentence }) => sentence,
  'several lines': ({ sentence }) => `# 보고\n\n- ${sentence}\n- 끝`,
  JSON: ({ label, text }) => JSON.stringify({ [label]: text }),
  'JSON in JSON': ({ label, text }) => JSON.stringify({ a: [JSON.stringify({ [label]: text })] }),
  'JSON in JSON in JSON': ({ sentence }) => JSON.stringify([JSON.stringify([JSON.stringify([sentence])])]),
  'indented JSON': ({ sentence }) => JSON.stringify({ note: [sentence] }, null, 2),
  'a JSON name': ({ sentence }) => JSON.stringify({ [sentence]: true }),
  base64: ({ sentence }) => base64(sentence),
  'base64 in a text': ({ sentence }) => `see ${base64(sentence)} for more`,
  base64url: ({ sentence }) => base64url(`>>>???${sentence}`),
  'JSON in base64': ({ label, text }) => base64(JSON.stringify({ [label]: text })),
  'base64 in base64': ({ sentence }) => base64(base64(sentence)),
  'base64 in JSON in base64': ({ sentence }) => base64(JSON.stringify({ data: base64(sentence) })),
  'a data URL': ({ sentence }) => `data:text/plain;charset=utf-8;base64,${base64(sentence)}`,
  'a data URL in percent': ({ sentence }) => `data:text/plain,${encodeURIComponent(sentence)}`,
  'a query': ({ label, text }) =>
    `https://example.net/find?${encodeURIComponent(label)}=${encodeURIComponent(text)}&page=2`,
  'a query with a sentence': ({ sentence }) => `/find?q=${encodeURIComponent(sentence)}`,
  'percent in percent': ({ sentence }) => encodeURIComponent(encodeURIComponent(sentence)),
  hexadecimal: ({ sentence }) => Buffer.from(sentence).toString('hex'),
  'character references': ({ sentence }) => `<p>${entities(sentence)}</p>`,
  'full width': ({ sentence }) => fullWidth(sentence),
  'JSON escapes': ({ sentence }) => escaped(sentence),
  decomposed: ({ sentence }) => sentence.normalize('NFD'),
};

/** JSON values that hold the value. */
export const JSON_SHAPES: Readonly<Record<string, JsonShape>> = {
  member: ({ label, text }) => ({ [label]: text }),
  item: ({ sentence }) => [1, null, [sentence]],
  deep: ({ sentence }, chance) => nested(sentence, 2 + chance.below(8)),
  name: ({ sentence }) => ({ [sentence]: { ok: true } }),
  'name of a deep member': ({ sentence }, chance) => nested({ [sentence]: 1 }, 2 + chance.below(5)),
  'base64 name': ({ sentence }) => ({ [base64(sentence)]: 1 }),
  number: ({ label, text, plain }) =>
    plain && /^\d/.test(text) ? { [label]: digitsOf(text) } : { [label]: text },
  'characters one by one': ({ sentence }) => ({ chunks: [...sentence] }),
  'octets one by one': ({ sentence }) => ({ type: 'Buffer', data: [...Buffer.from(sentence)] }),
  'two members of one name': ({ sentence }) => `{"a":${JSON.stringify(sentence)},"a":1}`,
};

/** A resident number may begin with zeros, which a number loses: then it is none any more. */
function digitsOf(text: string): number | string {
  const digits = text.replaceAll('-', '');
  return digits.startsWith('0') && digits.length !== 11 ? text : Number(digits);
}

function nested(value: unknown, depth: number): unknown {
  return depth === 0 ? value : nested(depth % 2 === 0 ? [value] : { inner: value }, depth - 1);
}
