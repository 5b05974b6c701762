import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuthorizationResponse } from '../authorize/authorization-response.js';
import { AuthorizationFlow, type AuthorizationStep } from '../authorize/authorization-flow.js';
import type { PendingAuthorization } from '../authorize/pending-authorization.js';
import { PendingAuthorizations } from '../authorize/pending-authorizations.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { CurrentLogin, type Login } from './current-login.js';
import { InteractionOverError } from './interaction-over-error.js';

/** An authorization request in front of its person. */
export interface Interaction {
  readonly pending: PendingAuthorization;
  /** Who is logged in in this browser. */
  readonly login: Login | undefined;
  /** What the request and its forms are bound to. */
  readonly browserSecret: string;
}

/** What a person answered. */
export interface Answer {
  readonly decision: 'approve' | 'deny';
  /** As shown to them. */
  readonly scopes: readonly string[];
}

/** Opens authorization requests in the browser that brought them, and takes the person's answer. */
@Injectable()
export class Interactions {
  constructor(
    private readonly pending: PendingAuthorizations,
    private readonly current: CurrentLogin,
    private readonly flow: AuthorizationFlow,
  ) {}

  /** @throws InteractionOverError 400 when there is nothing to open in this browser. */
  async open(id: string, request: FastifyRequest): Promise<Interaction> {
    const found = await this.pending.find(id, request);
    if (found === undefined) throw new InteractionOverError();
    return { ...found, login: await this.current.find(request) };
  }

  /** @throws InteractionOverError when it was answered in another tab meanwhile. */
  next({ pending, login }: Interaction): Promise<AuthorizationStep> {
    return once(this.flow.next(pending, login?.session));
  }

  /** @throws InteractionOverError when it was answered in another tab meanwhile. */
  answer(pending: PendingAuthorization, { session }: Login, answer: Answer): Promise<AuthorizationResponse> {
    return once(
      answer.decision === 'approve'
        ? this.flow.approve(pending, session, answer.scopes)
        : this.flow.deny(pending, session),
    );
  }

  /** The person gives up. */
  cancel({ pending, login }: Interaction): Promise<AuthorizationResponse> {
    return once(this.flow.deny(pending, login?.session));
  }
}

/** To the person a request that cannot go on is one that is over; the client gets no second answer. */
async function once<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof InvalidRequestError ? new InteractionOverError() : error;
  }
}
