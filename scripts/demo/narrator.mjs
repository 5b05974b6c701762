// Tells the demo's story on the terminal: numbered steps, what was sent, what came back, as expected or not.
const colour = process.stdout.isTTY && process.env.NO_COLOR === undefined;
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

export class Narrator {
  #step = 0;
  #failures = 0;

  step(title) {
    this.#step += 1;
    console.log(`\n${paint('1;36', `${this.#step}. ${title}`)}`);
  }

  send(what) {
    console.log(`   ${paint('2', '→')} ${what}`);
  }

  receive(what) {
    const text = typeof what === 'string' ? what : JSON.stringify(what, undefined, 2);
    for (const line of text.split('\n').slice(0, 14)) console.log(`   ${paint('2', '←')} ${line}`);
  }

  /** Says whether the promise of this step was kept. */
  expect(kept, promise) {
    if (!kept) this.#failures += 1;
    console.log(`   ${kept ? paint('32', '✓') : paint('1;31', '✗')} ${promise}`);
  }

  /** Number of promises that were not kept. */
  close() {
    const result =
      this.#failures === 0
        ? 'Every promise of this story was kept.'
        : `${this.#failures} promises were not kept.`;
    console.log(`\n${paint(this.#failures === 0 ? '1;32' : '1;31', result)}`);
    return this.#failures;
  }
}
