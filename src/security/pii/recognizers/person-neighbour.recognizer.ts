import { hasOnlyNameWords } from '../lexicon/english-names.js';
import type { CodeUnits } from '../text/code-units.js';
import { candidate, type Candidate, type NeighbourRecognizer } from './recognizer.js';
import { max } from '../text/math.js';

const WINDOW = 48;
/** What stands between a name and the address or number it belongs to. */
const DELIMITER = /(?:[ \t]{1,2}|["']?[ \t]?[,;|/<([·:-]{1,2}[ \t]?["']?(?:mailto:)?)$/;
/** The characters of a delimiter, and how many there are at most; the o of mailto: is a letter, too. */
const DELIMITERS = new Uint8Array(0x100);
for (const character of ' \t"\',;|/<([·:-') DELIMITERS[character.charCodeAt(0)] = 1;
const LONGEST_DELIMITER = 6;
const ENGLISH_NAME =
  /(?:^|[^A-Za-z'-])([A-Z][a-z]{1,20}(?: [A-Z]\.)? [A-Z](?:['’][A-Z])?[a-z]{1,20}(?:-[A-Z][a-z]{1,20})?(?: [A-Z][a-z]{1,20})?)$/;

/** `John Doe <john@…`: a name in the same row as an e-mail address or phone number. */
export const personNeighbourRecognizer: NeighbourRecognizer = {
  name: 'person-neighbour',
  trigger: 'neighbour',
  beside: ['EMAIL', 'PHONE'],
  recognize(text, anchor): Candidate | undefined {
    return followsLetter(text, anchor.start) ? recognizeBefore(text, anchor.start) : undefined;
  },
};

/** Whether a small letter stands before what may be a delimiter: cheap, and most anchors follow something else. */
function followsLetter(text: CodeUnits, anchorStart: number): boolean {
  let at = anchorStart - 1;
  while (anchorStart - at <= LONGEST_DELIMITER && DELIMITERS[text.charCodeAt(at)] === 1) at--;
  const code = text.charCodeAt(at);
  return code >= 0x61 && code <= 0x7a;
}

function recognizeBefore(text: CodeUnits, anchorStart: number): Candidate | undefined {
  const from = max(0, anchorStart - WINDOW);
  const window = text.slice(from, anchorStart);
  const delimiter = DELIMITER.exec(window);
  if (!delimiter) return undefined;
  return recognizeEnglish(window.slice(0, delimiter.index), from);
}

function recognizeEnglish(window: string, from: number): Candidate | undefined {
  const match = ENGLISH_NAME.exec(window);
  const name = match?.[1];
  if (!match || name === undefined || !hasOnlyNameWords(name.split(' '))) return undefined;
  const start = from + match.index + match[0].length - name.length;
  return candidate('PERSON', start, start + name.length, 0.7);
}
