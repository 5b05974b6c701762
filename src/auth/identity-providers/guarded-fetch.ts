import type { CustomFetch } from 'openid-client';
import type { FetchOptions, GuardedFetcher } from '../../security/fetch/index.js';

const MAXIMUM_BYTES = 256 * 1024;
const TIMEOUT_MS = 8_000;

/**
 * The guarded fetcher in the shape of `fetch`, for openid-client: what a provider's metadata name is fetched by it.
 *
 * @param exempt what the operator declared about hosts.
 */
export function guardedFetch(
  fetcher: GuardedFetcher,
  exempt: Pick<FetchOptions, 'privateHosts' | 'allowPlainHttp'> = {},
): CustomFetch {
  return async (url, { method, headers, body }) => {
    const response = await fetcher.fetch(url, {
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      maximumBytes: MAXIMUM_BYTES,
      timeoutMs: TIMEOUT_MS,
      ...exempt,
      ...(body instanceof URLSearchParams || typeof body === 'string' ? { body: body.toString() } : {}),
      ...(headers['accept'] === undefined ? {} : { accept: headers['accept'] }),
    });
    const content = response.body.length === 0 ? null : new Uint8Array(response.body);
    return new Response(content, { status: response.status, headers: [...response.headers] });
  };
}
