import { hasOnlyNameWords, isKnownName } from '../lexicon/english-names.js';
import { NameColumn, nameColumnOf } from './names/name-column.js';
import { candidate, type Candidate, type CellRecognizer } from './recognizer.js';

const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ';
/** A whole cell of up to five words, in any case; an apostrophe may be doubled as in SQL. */
const CELL = new RegExp(
  `[${LETTER}](?:[${LETTER}.-]|['’]{1,2}(?=[${LETTER}])){0,24}(?: [${LETTER}](?:[${LETTER}.-]|['’]{1,2}(?=[${LETTER}])){0,24}){0,4}(?= {0,2}(?:$|["'\\n\\r\\t,;|)]))`,
  'y',
);
/** `P HARTIGAN`, `W. E. Oberman`: initials before one word, or behind it. */
const WITH_INITIALS = new RegExp(
  `^(?:(?:[A-Z]\\.? ){1,3}[${LETTER}'’-]{2,25}|[${LETTER}'’-]{2,25}(?: [A-Z]\\.?){1,3})$`,
);

const IN_CAPITALS = /^[A-Z][A-Z'’-]{1,25}(?: [A-Z][A-Z'’-]{1,25}){1,3}$/;

/** A name in the column of a table, of CSV or of an INSERT statement whose header says so. */
export const personColumnRecognizer: CellRecognizer = {
  name: 'person-column',
  trigger: 'cell',
  recognize(text, at, columns): Candidate | undefined {
    const header = columns.at(at);
    if (!header) return undefined;
    const kind = nameColumnOf(text.slice(header.start, header.end));
    if (kind === NameColumn.NONE) return undefined;
    CELL.lastIndex = at;
    if (!CELL.test(text.string)) return undefined;
    const end = CELL.lastIndex;
    return isName(text.slice(at, end), kind) ? candidate('PERSON', at, end, 0.86) : undefined;
  },
};

function isName(cell: string, kind: number): boolean {
  const words = cell.split(' ');
  if (kind === NameColumn.STRONG)
    return words.length > 1 ? hasOnlyNameWords(words) : !NO_VALUES.has(cell.toLowerCase());
  return (
    isKnownName(words) || ((WITH_INITIALS.test(cell) || IN_CAPITALS.test(cell)) && hasOnlyNameWords(words))
  );
}

/** What stands in a cell instead of a name. */
const NO_VALUES = new Set(
  'none null unknown vacant anonymous withheld tbc tbd test na nil admin root name'.split(' '),
);
