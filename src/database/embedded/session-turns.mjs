// @ts-check
/** Takes turns at the one session that all connections share: first come, first served. */
export class SessionTurns {
  /** @type {Promise<void>} */
  #last = Promise.resolve();

  /** @returns {Promise<() => void>} resolves when it is the caller's turn; the function ends it */
  async take() {
    const before = this.#last;
    /** @type {() => void} */
    let end = () => undefined;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}
