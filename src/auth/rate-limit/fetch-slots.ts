/** Fetches that may run at once: so many altogether, and so many for each of those that they are counted for. */
export class FetchSlots {
  private running = 0;
  private readonly heldBy = new Map<string, number>();

  constructor(
    private readonly maximum: number,
    private readonly maximumEach: number,
  ) {}

  /** Takes a slot that `free` gives back with the same holders; false when one of them has its share, or none is left. */
  take(holders: readonly string[]): boolean {
    if (this.running >= this.maximum) return false;
    if (holders.some((holder) => this.held(holder) >= this.maximumEach)) return false;
    this.running += 1;
    for (const holder of holders) this.heldBy.set(holder, this.held(holder) + 1);
    return true;
  }

  free(holders: readonly string[]): void {
    this.running -= 1;
    for (const holder of holders) {
      const rest = this.held(holder) - 1;
      if (rest > 0) this.heldBy.set(holder, rest);
      else this.heldBy.delete(holder);
    }
  }

  private held(holder: string): number {
    return this.heldBy.get(holder) ?? 0;
  }
}
