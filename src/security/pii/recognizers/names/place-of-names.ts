import { isCellStart } from '../../structure/column-labels.js';
import type { CodeUnits } from '../../text/code-units.js';
import { followsWord, Label, labelBefore, labelOfCell } from '../korean-name-label.js';
import type { HangulScan } from '../recognizer.js';

/** What stands before a run of syllables: the same for every name that it may begin with, and looked at once. */
export class PlaceOfNames {
  start = 0;
  /** Where the name before it ended, 0 where there is none. */
  previous = 0;
  private label: number = Label.NONE;
  /** Where the column is still to be asked for: only for what may be a name. */
  private columns: HangulScan['columns'] | undefined;

  read(text: CodeUnits, start: number, scan: HangulScan): void {
    this.start = start;
    this.previous = scan.previous;
    this.label = labelBefore(text, start);
    const mayBeCell = this.label === Label.NONE && !followsWord(text, start) && isCellStart(text, start);
    this.columns = mayBeCell ? scan.columns : undefined;
  }

  /** Whether a field for names may be here, where anything may be one. */
  get mayBeField(): boolean {
    return this.label >= Label.AGENT_FIELD || this.columns !== undefined;
  }

  /** Whether a label is before it, as far as it is known without a look at the column. */
  get isLabelled(): boolean {
    return this.label !== Label.NONE;
  }

  /** The label before it, or of the column of a table or of an INSERT statement. */
  labelIn(text: CodeUnits): number {
    const column = this.columns?.at(this.start);
    this.columns = undefined;
    if (column) this.label = labelOfCell(text, column.start, column.end);
    return this.label;
  }
}
