import { isSurnameSyllables } from '../../lexicon/korean-names.js';
import { isCellStart } from '../../structure/column-labels.js';
import { isHangul } from '../../text/character-class.js';
import type { CodeUnits } from '../../text/code-units.js';
import { max } from '../../text/math.js';
import type { HangulScan } from '../recognizer.js';

const LABEL =
  /(?:(?<![A-Za-z])(?:last[_ -]?name|sur[_ -]?name|family[_ -]?name|last[_ -]?nm)|(?<![가-힣])성씨?)["'`*]{0,2}$/i;
const BEFORE_VALUE = /["'`*]{0,2} ?[:=] ?["'`]?$/;
const WINDOW = 24;
const LONGEST_COLUMN = 16;

/** Whether a field or a column for family names holds the word from `start` to `end` and nothing else. */
export function isInSurnameField(text: CodeUnits, start: number, end: number, scan: HangulScan): boolean {
  if (
    isHangul(text.charCodeAt(end)) ||
    text.charCodeAt(end) === 0x20 ||
    !isSurnameSyllables(text, start, end)
  )
    return false;
  const before = text.slice(max(0, start - WINDOW), start);
  const gap = BEFORE_VALUE.exec(before);
  if (gap) return LABEL.test(before.slice(0, gap.index));
  const column = isCellStart(text, start) ? scan.columns.at(start) : undefined;
  return (
    column !== undefined &&
    column.end - column.start <= LONGEST_COLUMN &&
    LABEL.test(text.slice(column.start, column.end).trim())
  );
}
