import { request, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { VERSION } from '../../config/index.js';
import { FetchRefusedError } from './fetch-refused-error.js';
import type { FetchOptions } from './fetch-options.js';
import type { FetchTarget } from './fetch-target.js';

export interface FetchedResponse {
  readonly status: number;
  /** By lower-case name; of repeated fields joined with commas. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

const JSON_MEDIA_TYPE = 'application/json';
const MAXIMUM_HEADER_BYTES = 16 * 1024;

/**
 * One request and its answer on a connection that is closed afterwards.
 *
 * @throws FetchRefusedError for redirects, compressed and too large bodies; other errors when the connection fails.
 */
export async function exchange(
  connection: Duplex,
  target: FetchTarget,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<FetchedResponse> {
  try {
    const response = await send(connection, target, options, signal);
    return {
      status: acceptableStatus(response, options),
      headers: headersOf(response),
      body: await bodyOf(response, options),
    };
  } finally {
    connection.destroy();
  }
}

function send(
  connection: Duplex,
  { url }: FetchTarget,
  { method = 'GET', headers, body, accept = JSON_MEDIA_TYPE }: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      createConnection: () => connection,
      method,
      path: `${url.pathname}${url.search}`,
      headers: {
        'User-Agent': `gatehouse/${VERSION}`,
        ...headers,
        Host: url.host,
        Accept: accept,
        // What is not decompressed cannot grow.
        'Accept-Encoding': 'identity',
        Connection: 'close',
        ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
      },
      maxHeaderSize: MAXIMUM_HEADER_BYTES,
      signal,
    });
    outgoing.on('response', resolve).on('error', reject).end(body);
  });
}

function acceptableStatus(
  { statusCode = 0, headers }: IncomingMessage,
  { redirects = 'refuse' }: FetchOptions,
): number {
  if (statusCode >= 300 && statusCode < 400 && redirects === 'refuse')
    throw new FetchRefusedError('redirect');
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') throw new FetchRefusedError('encoded');
  return statusCode;
}

async function bodyOf(
  response: IncomingMessage,
  { maximumBytes, isEnough = () => false }: FetchOptions,
): Promise<Buffer> {
  if (Number(response.headers['content-length'] ?? 0) > maximumBytes)
    throw new FetchRefusedError('too_large');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maximumBytes) throw new FetchRefusedError('too_large');
    chunks.push(chunk);
    if (isEnough(Buffer.concat(chunks, size))) break;
  }
  return Buffer.concat(chunks, size);
}

function headersOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
