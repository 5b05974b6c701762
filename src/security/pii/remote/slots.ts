/** Lets so many pieces of work run at once; the others wait in order, until their signal says otherwise. */
export class Slots {
  private running = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly maximum: number) {}

  /**
   * A slot; false when the signal came first. Whoever got one gives it back by `leave`.
   */
  async enter(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    if (this.running < this.maximum) {
      this.running += 1;
      return true;
    }
    return new Promise<boolean>((resolve) => {
      const start = () => {
        signal.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = () => {
        this.waiting.delete(start);
        resolve(false);
      };
      this.waiting.add(start);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** Hands the slot to the next in line, so that nobody can slip in between. */
  leave(): void {
    const [next] = this.waiting;
    if (next === undefined) {
      this.running -= 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
