import type { RelayContext } from '../../../mcp/index.js';
import type { NotificationMessage } from '../peer/messages.js';

const FORWARDED = new Set(['notifications/progress', 'notifications/message']);

/** Messages that wait to be sent until the server has to wait too. */
const BACKLOG = 64;
/** Messages that wait, of a server that cannot be made to wait; what comes on top is left out. */
const MOST_WAITING = 1_000;

/** Notifications leave in the order they came, and before the answer. */
export class Forwarding {
  private last: Promise<unknown> | undefined;
  private waiting = 0;

  constructor(private readonly context: RelayContext) {}

  /** A promise says that the client does not keep up, and settles when it has. */
  forward({ method, params = {} }: NotificationMessage): Promise<void> | void {
    if (!FORWARDED.has(method) || this.waiting >= MOST_WAITING) return;
    const { progressToken: _ours, ...rest } = params;
    const forwarded = method as 'notifications/progress' | 'notifications/message';
    const send = () => this.context.forward(forwarded, rest).finally(() => (this.waiting -= 1));
    this.waiting += 1;
    this.last = this.last === undefined ? send() : this.last.then(send);
    // Whoever waits for the answer learns of it.
    const sent = this.last.then(ignore, ignore);
    if (this.waiting >= BACKLOG) return sent;
  }

  async done(): Promise<void> {
    await this.last;
  }
}

function ignore(): void {
  // What went wrong is told by `done`.
}
