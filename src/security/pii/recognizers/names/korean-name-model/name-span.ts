/** Part of a run of syllables that could be a name: from `start` to `nameEnd`, in a run up to `end`. */
export class NameSpan {
  start = 0;
  nameEnd = 0;
  end = 0;
  surnameLength = 0;
  /** Hash of what is joined to the name. */
  tail = 0;
  /** The character before the run and the one behind it, and a hash of the next word's first two syllables. */
  left = 0;
  right = 0;
  nextTwo = 0;
  /** Sums of weights that are the same for every name in the run, and whether the second of them is known already. */
  ofSurname = 0;
  ofSurroundings = 0;
  hasSurroundings = false;

  /** Moves to another run. */
  begin(start: number, end: number, surnameLength: number): void {
    this.start = start;
    this.end = end;
    this.surnameLength = surnameLength;
    this.hasSurroundings = false;
  }
}
