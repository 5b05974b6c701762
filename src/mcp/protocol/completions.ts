import { Injectable } from '@nestjs/common';
import { UriTemplate } from '@modelcontextprotocol/server';
import { protectError } from '../../security/index.js';
import type { CompletionRequest, Served } from '../registry/served.js';
import type { Suggestions } from '../registry/suggestions.js';
import { HandlerProtection } from './handler-protection.js';

/** Suggestions for arguments. They leave by another way than results, and meet the same policy. */
@Injectable()
export class Completions {
  constructor(private readonly protection: HandlerProtection) {}

  /**
   * What is suggested for the argument; nothing when there is none of that name or it has no completion. Only names that
   * are declared go on: no policy looks at them, and anything may be written there.
   *
   * @throws PiiRejectedError when its policy admits no personal data and there is some; what the completion throws,
   *   with everything it says protected.
   */
  async of(
    served: Served,
    argument: { readonly name: string; readonly value: string },
    request: CompletionRequest,
  ): Promise<Suggestions> {
    if (served.complete === undefined || !declares(served, argument.name)) return [];
    const sent: Begun = { ...request.settled, [argument.name]: argument.value };
    const begun = await this.protection.protect(served, sent, 'in', request.signal);
    const { [argument.name]: value = '', ...settled } = begun;
    const known = request.settled === undefined ? request : { ...request, settled };
    try {
      const suggested = await served.complete(argument.name, value, known);
      return await this.protection.protect(served, suggested, 'out', request.signal);
    } catch (error) {
      throw protectError(error, (said) => this.protection.protectNow(served, said, 'out'));
    }
  }
}

type Begun = Readonly<Record<string, string>>;

function declares(served: Served, name: string): boolean {
  if (served.kind === 'prompt') return served.listing.arguments?.some((each) => each.name === name) === true;
  if (served.kind === 'tool' || !served.isTemplate) return false;
  return new UriTemplate(served.templateListing.uriTemplate).variableNames.includes(name);
}
