import type { IncomingMessage } from 'node:http';
import { WireError } from './peer-errors.js';

export function isEventStream({ headers }: IncomingMessage): boolean {
  return /^text\/event-stream\b/i.test(headers['content-type'] ?? '');
}

/** @throws WireError when it is no JSON, or longer than `maximum` octets. */
export function bodyOf(response: IncomingMessage, maximum: number): Promise<string> {
  if (!/^application\/json\b/i.test(response.headers['content-type'] ?? ''))
    throw new WireError('not_json_rpc');
  return textOf(response, maximum);
}

/** By events, because an iterator of a stream costs more than what most answers hold. */
export function textOf(response: IncomingMessage, maximum: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    response
      .on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maximum) response.destroy(new WireError('too_large'));
        else chunks.push(chunk);
      })
      .on('end', () => {
        const [only] = chunks;
        resolve((chunks.length === 1 ? only! : Buffer.concat(chunks, size)).toString('utf8'));
      })
      .on('error', reject)
      // One that is destroyed without an error never ends.
      .on('close', () => reject(new WireError('connection_lost')));
  });
}
