/** A way to write text inside of text. */
export interface Encoding {
  /** Without it no run of the encoding is there; cheap, because every string is asked. */
  readonly hint: RegExp;
  /** Runs of it; global, bounded or linear. */
  readonly runs: RegExp;
  /** The text a run stands for; undefined when it is no text. */
  decode(run: string): string | undefined;
  /** The changed text, written as the run was. */
  encode(text: string, run: string): string;
}
