import { Lexer } from 'yaml';
import type { DocumentMistake } from './document-mistake.js';

/** No file of the configuration has a use for more than eight. */
const MAX_DEPTH = 32;
/** Indentation, and indicators that open a level each (`- - - `), at the beginning of a line. */
const DEEP_BLOCK = new RegExp(`^[ \\t?:-]{${4 * MAX_DEPTH}}`, 'm');
const MESSAGE = `is nested more than ${MAX_DEPTH} levels deep`;

/** Where a YAML or JSON text is nested deeper than any file of the configuration. Goes over it once, without going down in it. */
export function findDeepPlace(text: string): DocumentMistake | undefined {
  const block = DEEP_BLOCK.exec(text);
  if (block !== null) return placeAt(text, block.index);
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > MAX_DEPTH) return placeAt(text, offset);
    offset += isMark(token) ? 0 : token.length;
  }
  return undefined;
}

/** What the lexer puts between what the text holds: the beginning of a document, of a scalar, of flow that ends early. */
function isMark(token: string): boolean {
  return token === '\u0002' || token === '\u0018' || token === '\u001f';
}

function placeAt(text: string, offset: number): DocumentMistake {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1, message: MESSAGE };
}
