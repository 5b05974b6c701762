import { isNode, isScalar, LineCounter, parseDocument, visit, type Alias, type Document } from 'yaml';
import { inOrder, type DocumentMistake } from './document-mistake.js';
import { DocumentPositions } from './document-positions.js';
import { findDeepPlace } from './find-deep-place.js';

/** Enough for anchors that repeat a list; too little for a document that unfolds without end. */
const MAX_ALIASES = 100;

export type ReadDocument =
  | { readonly content: unknown; readonly positions: DocumentPositions; readonly mistakes?: undefined }
  | { readonly content?: undefined; readonly mistakes: readonly DocumentMistake[] };

/** Reads a text as YAML, which JSON is a part of; what is wrong with it as such is found at once. */
export function readDocument(text: string): ReadDocument {
  const lines = new LineCounter();
  // Before it is parsed: the parser goes down as deep as the file says, and takes the process with it.
  const deep = findDeepPlace(text);
  if (deep !== undefined) return { mistakes: [deep] };
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
    // The parser compares each key with all before it, which takes minutes where there are very many.
    uniqueKeys: false,
  });
  const positions = new DocumentPositions(document, lines);
  const broken = [
    ...findBroken(document, positions),
    ...findRepeatedKeys(document, positions),
    ...findLostAliases(document, positions),
  ];
  if (broken.length > 0) return { mistakes: inOrder(broken) };
  const content = unfold(() => document.toJS({ maxAliasCount: MAX_ALIASES }) as unknown);
  if (content === undefined) return { mistakes: [tooManyAliases(document, positions)] };
  return { content: content.value, positions };
}

/** What the parser warns of is a mistake here: a tag it does not know, say, which it would leave out. */
function findBroken({ errors, warnings }: Document, positions: DocumentPositions): DocumentMistake[] {
  return [...errors, ...warnings].map(({ message, pos }) => ({ ...positions.at(pos[0]), message }));
}

function findRepeatedKeys(document: Document, positions: DocumentPositions): DocumentMistake[] {
  const repeated: DocumentMistake[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const name: unknown = isScalar(key) ? key.value : key;
        if (seen.has(name))
          repeated.push({
            ...positions.at((isNode(key) ? key.range?.[0] : undefined) ?? 0),
            message: 'Map keys must be unique',
          });
        seen.add(name);
      }
    },
  });
  return repeated;
}

function findLostAliases(document: Document, positions: DocumentPositions): DocumentMistake[] {
  return aliasesIn(document)
    .filter((alias) => alias.resolve(document) === undefined)
    .map((alias) => ({
      ...positions.at(alias.range?.[0] ?? 0),
      message: `there is no anchor &${alias.source.slice(0, 80)} before this alias`,
    }));
}

function tooManyAliases(document: Document, positions: DocumentPositions): DocumentMistake {
  const last = aliasesIn(document).at(-1);
  const message = `unfolds too many aliases; allowed: ${MAX_ALIASES}, those inside of others counted each time`;
  return { ...positions.at(last?.range?.[0] ?? 0), message };
}

function aliasesIn(document: Document): Alias[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_key, alias) => void aliases.push(alias) });
  return aliases;
}

function unfold(read: () => unknown): { readonly value: unknown } | undefined {
  try {
    return { value: read() };
  } catch {
    return undefined;
  }
}
