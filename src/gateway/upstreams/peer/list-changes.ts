import type { NotificationMessage } from './messages.js';

/** Milliseconds between the first two changes that are told; twice as many between any further two. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const LIST_CHANGED = /^notifications\/(?:tools|prompts|resources)\/list_changed$/;

export function isListChange({ method }: NotificationMessage): boolean {
  return LIST_CHANGED.test(method);
}

/**
 * Tells of changed lists, each of which has all lists read again: the first at once, and what follows together after
 * longer and longer pauses, so that a server that says so without end does not keep us busy.
 */
export class ListChanges {
  private readonly waiting = new Map<string, NotificationMessage>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly tell: (message: NotificationMessage) => void,
    private readonly firstPauseMs = FIRST_PAUSE_MS,
  ) {}

  hear(message: NotificationMessage): void {
    if (this.timer !== undefined) return void this.waiting.set(message.method, message);
    this.rest(this.firstPauseMs);
    this.tell(message);
  }

  /** What waits is told to nobody. */
  stop(): void {
    clearTimeout(this.timer);
    this.waiting.clear();
  }

  private rest(milliseconds: number): void {
    this.timer = setTimeout(() => this.goOn(milliseconds), milliseconds).unref();
  }

  private goOn(rested: number): void {
    this.timer = undefined;
    const messages = [...this.waiting.values()];
    this.waiting.clear();
    if (messages.length === 0) return;
    this.rest(Math.min(2 * rested, LONGEST_PAUSE_MS));
    for (const message of messages) this.tell(message);
  }
}
