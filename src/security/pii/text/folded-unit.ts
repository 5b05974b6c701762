/** What some characters of a text stand for: the characters to read instead, and how many are read over. */
export interface FoldedUnit {
  readonly text: string;
  readonly width: number;
  /** A space before it is read over too. */
  readonly joins?: boolean;
}
