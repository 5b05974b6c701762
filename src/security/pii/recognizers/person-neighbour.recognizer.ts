import { hasOnlyNameWords } from '../lexicon/english-names.js';
import { isKoreanName } from '../lexicon/korean-names.js';
import { hangulRunStart } from '../text/character-class.js';
import { nameAfter } from './person-ko.recognizer.js';
import { candidate, type Candidate, type NeighbourRecognizer } from './recognizer.js';

const WINDOW = 48;
/** What stands between a name and the address or number it belongs to. */
const DELIMITER = /(?:[ \t]{1,2}|["']?[ \t]?[,;|/<([·:-]{1,2}[ \t]?["']?(?:mailto:)?)$/;
const AFTER = /["')>\]]{0,2}[ \t]?[,;|/][ \t]?["']?/y;
const ENGLISH_NAME =
  /(?:^|[^A-Za-z'-])([A-Z][a-z]{1,20}(?: [A-Z]\.)? [A-Z](?:['’][A-Z])?[a-z]{1,20}(?:-[A-Z][a-z]{1,20})?(?: [A-Z][a-z]{1,20})?)$/;

/** `홍길동 (hong@…`, `John Doe <john@…`, `hong@…,홍길동`: a name in the same row as an e-mail address or phone number. */
export const personNeighbourRecognizer: NeighbourRecognizer = {
  name: 'person-neighbour',
  trigger: 'neighbour',
  recognize(text, anchor): Candidate | undefined {
    if (anchor.entityType !== 'EMAIL' && anchor.entityType !== 'PHONE') return undefined;
    return recognizeBefore(text, anchor.start) ?? recognizeAfter(text, anchor.end);
  },
};

function recognizeBefore(text: string, anchorStart: number): Candidate | undefined {
  const from = Math.max(0, anchorStart - WINDOW);
  const window = text.slice(from, anchorStart);
  const delimiter = DELIMITER.exec(window);
  if (!delimiter) return undefined;
  const end = from + delimiter.index;
  const start = hangulRunStart(text, end, 5);
  if (start < end) {
    const isName = end - start > 2 && isKoreanName(text.slice(start, end), 'strict');
    return isName ? candidate('PERSON', start, end, 0.7) : undefined;
  }
  return recognizeEnglish(window.slice(0, delimiter.index), from);
}

function recognizeEnglish(window: string, from: number): Candidate | undefined {
  const match = ENGLISH_NAME.exec(window);
  const name = match?.[1];
  if (!match || name === undefined || !hasOnlyNameWords(name.split(' '))) return undefined;
  const start = from + match.index + match[0].length - name.length;
  return candidate('PERSON', start, start + name.length, 0.7);
}

/** Only in a row with a separator: in prose the next word is rather a verb. */
function recognizeAfter(text: string, anchorEnd: number): Candidate | undefined {
  AFTER.lastIndex = anchorEnd;
  if (!AFTER.test(text)) return undefined;
  const start = AFTER.lastIndex;
  const end = nameAfter(text, start, 'strict');
  return end - start === 3 ? candidate('PERSON', start, end, 0.65) : undefined;
}
