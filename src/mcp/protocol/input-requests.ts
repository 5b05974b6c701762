import { Injectable } from '@nestjs/common';
import {
  ProtocolError,
  ProtocolErrorCode,
  type InputRequests as Questions,
  type InputRequiredResult,
} from '@modelcontextprotocol/server';
import { Clock } from '../../common/clock.js';
import type { McpCall } from '../../common/mcp-call.js';
import type { Principal } from '../../common/principal.js';
import { DecryptionError, EnvelopeCipher } from '../../security/crypto/index.js';
import type { McpInvocation } from '../invocation/mcp-invocation.js';
import type { CallChannel } from './call-channel.js';

/** Seconds within which the client has to come back with answers. */
const STATE_LIFETIME = 600;

type Handler = Pick<McpCall, 'kind' | 'name'>;

interface SealedState {
  readonly value: unknown;
  /** NumericDate. */
  readonly expiresAt: number;
}

/**
 * Multi-round-trip requests (MCP 2026-07-28): questions go out in the result, and the handler's state travels through
 * the client. It comes back as anybody's input, so it is encrypted and bound to the caller, the handler and a deadline.
 */
@Injectable()
export class InputRequests {
  constructor(
    private readonly cipher: EnvelopeCipher,
    private readonly clock: Clock,
  ) {}

  /** @param result what the handler asked for, after the outgoing policy. */
  resultOf(invocation: McpInvocation, result: unknown, caller: Principal): InputRequiredResult {
    const { questions, state } = result as { questions: Questions; state?: unknown };
    return {
      resultType: 'input_required',
      ...(Object.keys(questions).length > 0 && { inputRequests: questions }),
      ...(state !== undefined && { requestState: this.seal(state, invocation, caller) }),
    };
  }

  /**
   * What the handler left itself in an earlier round.
   *
   * @throws ProtocolError when the state was changed, is too old, or belongs to another caller or handler.
   */
  stateOf(handler: Handler, { requestState, principal }: CallChannel): unknown {
    return requestState === undefined ? undefined : this.unseal(requestState, handler, principal);
  }

  private unseal(requestState: string, handler: Handler, caller: Principal): unknown {
    try {
      const sealed = JSON.parse(this.cipher.decrypt(requestState, boundTo(handler, caller))) as SealedState;
      if (sealed.expiresAt > this.clock.epochSeconds()) return sealed.value;
    } catch (error) {
      if (!(error instanceof DecryptionError)) throw error;
    }
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'Invalid or expired requestState');
  }

  private seal(value: unknown, handler: Handler, caller: Principal): string {
    const sealed: SealedState = { value, expiresAt: this.clock.epochSeconds() + STATE_LIFETIME };
    return this.cipher.encrypt(JSON.stringify(sealed), boundTo(handler, caller));
  }
}

function boundTo({ kind, name }: Handler, { subject, clientId }: Principal): string {
  return JSON.stringify(['mcp-request-state', subject, clientId, kind, name]);
}
