import { Injectable } from '@nestjs/common';
import { UPSTREAM_GRANTS_PATH } from '../../../auth/index.js';
import { Configuration } from '../../../config/index.js';
import { BoundTokens } from '../../../security/crypto/index.js';
import type { ConnectLink } from './grant-required.error.js';

const PURPOSE = 'upstream-grant';

/** What a link says: for whom it was made is not in it, but can be asked. */
export interface LinkQuery {
  readonly request: string | undefined;
  readonly scope: string | undefined;
}

/**
 * Links by which people allow Gatehouse to act for them. A link proves nothing, and gives nothing to whoever opens it: it
 * says only whether the person at the browser is the one who was asked (MCP, URL mode elicitation: phishing).
 */
@Injectable()
export class ConnectLinks {
  constructor(
    private readonly tokens: BoundTokens,
    private readonly configuration: Configuration,
  ) {}

  /** @param scopes when they are others than those that are asked for anyhow. */
  make(upstream: string, userId: string, scopes: readonly string[] | undefined): ConnectLink {
    const scope = scopes?.join(' ');
    const id = this.tokens.make(PURPOSE, upstream, userId, scope ?? '');
    const query = new URLSearchParams({ request: id, ...(scope !== undefined && { scope }) });
    const { publicUrl } = this.configuration.server;
    return { id, url: `${publicUrl}${UPSTREAM_GRANTS_PATH}/${upstream}/connect?${query.toString()}` };
  }

  /** Whether the link was made for this person; one that names nobody was made for whoever comes. */
  isFor(upstream: string, userId: string, { request, scope }: LinkQuery): boolean {
    if (request === undefined) return scope === undefined;
    return this.tokens.matches(request, PURPOSE, upstream, userId, scope ?? '');
  }
}
