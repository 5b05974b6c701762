import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { Principal } from '../../../common/principal.js';
import { randomUuid } from '../../../security/crypto/index.js';
import type { HeldCall } from './held-call.js';

/** Calls of one caller that may wait for answers; the one that waits longest is called off for the next. */
const MOST_OF_ONE_CALLER = 8;

interface Held {
  readonly call: HeldCall;
  readonly owner: string;
}

/** Calls that wait for their client to answer a question, in this replica. */
export class HeldCalls {
  private readonly byId = new Map<string, Held>();

  /** Returns what the client gets to come back with. */
  keep(call: HeldCall, principal: Principal): string {
    const owner = JSON.stringify([principal.kind, principal.subject, principal.clientId]);
    const own = [...this.byId.values()].filter((held) => held.owner === owner);
    if (own.length >= MOST_OF_ONE_CALLER) own[0]!.call.callOff();
    const id = randomUuid();
    this.byId.set(id, { call, owner });
    const forget = () => this.byId.delete(id);
    call.outcome.then(forget, forget);
    return id;
  }

  /** @throws ProtocolError when it waited too long, or at another replica. */
  take(id: string): HeldCall {
    const held = this.byId.get(id);
    this.byId.delete(id);
    if (held !== undefined) return held.call;
    throw new ProtocolError(
      ProtocolErrorCode.InvalidParams,
      'The call that asked is over, so this answer comes too late: call again from the beginning',
    );
  }

  close(): void {
    for (const { call } of this.byId.values()) call.callOff();
  }
}
