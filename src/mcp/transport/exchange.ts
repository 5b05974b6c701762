import type { AuthInfo, ServerContext } from '@modelcontextprotocol/server';
import type { Principal } from '../../common/principal.js';
import type { Session } from '../sessions/session.js';

/** One HTTP request on `/mcp` on its way through the SDK. */
export interface Exchange {
  readonly principal: Principal;
  /** Of a 2025-era request. */
  readonly session?: Session;
  /** Set when a handler of ours has been reached; before that the SDK may refuse the request by itself. */
  reached?: boolean;
  /** Set when the request as a whole is to be refused with its own HTTP status. */
  failure?: unknown;
}

/** How the exchange travels through the SDK. The token itself stays outside: nothing below needs it. */
export function authInfoOf(exchange: Exchange): AuthInfo {
  const { clientId, scopes, expiresAt } = exchange.principal;
  return { token: '', clientId, scopes: [...scopes], expiresAt, extra: { exchange } };
}

/** @throws when the SDK serves a request that did not come through our endpoint. */
export function exchangeOf(context: ServerContext): Exchange {
  const exchange = context.http?.authInfo?.extra?.['exchange'];
  if (exchange === undefined) throw new Error('An MCP request did not pass the endpoint');
  return exchange as Exchange;
}
