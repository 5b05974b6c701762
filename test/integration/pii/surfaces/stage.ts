/** What the handlers of the test emit, and what reached them. */
export class Stage {
  /** Set by the test for the next call. */
  emit: unknown;
  /** Texts for surfaces that take nothing else. */
  texts: readonly string[] = [];
  received: unknown[] = [];

  get text(): string {
    return this.texts.join('\n');
  }

  take(): unknown[] {
    const received = this.received;
    this.received = [];
    return received;
  }
}
