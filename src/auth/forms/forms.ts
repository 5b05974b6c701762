import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Configuration } from '../../config/index.js';
import { BoundTokens } from '../../security/crypto/index.js';
import { Refusals } from '../token/refusals.js';
import { ForgedFormError, type ForgeryReason } from './forged-form-error.js';
import { foreignness } from './form-origin.js';

/** Name of the field that carries the token. */
export const CSRF_FIELD = 'csrf';

/**
 * Forms that only the page we showed can send (RFC 9700 §4.7): each carries a token made of a secret that the browser
 * keeps in a cookie and of what the form is for, so that it is worth nothing in another browser or another form.
 */
@Injectable()
export class Forms {
  constructor(
    private readonly tokens: BoundTokens,
    private readonly refusals: Refusals,
    private readonly configuration: Configuration,
  ) {}

  /** @param purpose what the form does, and to what: `consent <request> <session>`. */
  token(browserSecret: string, purpose: string): string {
    return this.tokens.make('form', browserSecret, purpose);
  }

  /**
   * The fields of a form that was shown to this browser for this purpose.
   *
   * @param browserSecrets any of which the form may have been made with.
   * @throws ForgedFormError 403 for any other, recorded up to a limit a minute for each address.
   */
  async read(
    request: FastifyRequest,
    browserSecrets: string | readonly string[] | undefined,
    purpose: string,
  ): Promise<URLSearchParams> {
    const form = request.body instanceof URLSearchParams ? request.body : undefined;
    const forgery = this.forgeryOf(request, form, [browserSecrets ?? []].flat(), purpose);
    if (forgery === undefined && form !== undefined) return form;
    return this.refuse(forgery ?? 'no_form', request);
  }

  /** @throws ForgedFormError, once it is recorded. */
  async refuse(reason: ForgeryReason, { ip, routeOptions }: FastifyRequest): Promise<never> {
    const details = { forgery: reason, route: routeOptions.url ?? '' };
    throw await this.refusals.record(new ForgedFormError(reason), {
      eventType: 'form.denied',
      address: ip,
      details,
    });
  }

  private forgeryOf(
    request: FastifyRequest,
    form: URLSearchParams | undefined,
    browserSecrets: readonly string[],
    purpose: string,
  ): ForgeryReason | undefined {
    const foreign = foreignness(request.headers, this.configuration.server.publicUrl);
    if (foreign !== undefined) return foreign;
    if (form === undefined) return 'no_form';
    if (browserSecrets.length === 0) return 'no_cookie';
    const token = form.get(CSRF_FIELD) ?? '';
    const isOurs = browserSecrets.some((secret) => this.tokens.matches(token, 'form', secret, purpose));
    return isOurs ? undefined : 'wrong_token';
  }
}
