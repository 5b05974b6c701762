import type { ExecutionContext } from '@nestjs/common';

/** What the decorators of a handler and its class say: read at the first call, known at all others. */
export class HandlerCache<T extends object | boolean> {
  private readonly known = new WeakMap<object, WeakMap<object, T>>();

  constructor(private readonly read: (handler: object, owner: object) => T) {}

  of(context: ExecutionContext): T {
    return this.get(context.getHandler(), context.getClass());
  }

  /** A handler can be inherited by several classes, so both are asked. */
  get(handler: object, owner: object): T {
    return this.known.get(owner)?.get(handler) ?? this.learn(handler, owner);
  }

  private learn(handler: object, owner: object): T {
    const ofOwner = this.known.get(owner) ?? new WeakMap<object, T>();
    const value = this.read(handler, owner);
    this.known.set(owner, ofOwner.set(handler, value));
    return value;
  }
}
