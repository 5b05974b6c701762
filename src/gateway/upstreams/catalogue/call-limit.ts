/** Ends a call when its caller calls it off or its time is over. To be disposed of: it leaves no timer and no listener. */
export class CallLimit {
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private readonly abort = (): void => this.controller.abort(this.caller.reason);

  constructor(
    readonly caller: AbortSignal,
    milliseconds: number,
  ) {
    if (caller.aborted) this.abort();
    else caller.addEventListener('abort', this.abort, { once: true });
    this.restart(milliseconds);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Gives it this much time from now on. */
  restart(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.controller.abort(timeIsOver()), milliseconds).unref();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.caller.removeEventListener('abort', this.abort);
  }
}

function timeIsOver(): DOMException {
  return new DOMException('The call took too long', 'TimeoutError');
}
