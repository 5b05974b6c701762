import type { FastifyReply, FastifyRequest } from 'fastify';
import { digestToken } from '../../security/crypto/index.js';

/** Sends a public JSON document that caches may keep, or 304 to who has it already (RFC 9110 §13.1.2). */
export function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  document: object,
  maxAge: number,
): void {
  const body = JSON.stringify(document);
  const etag = `"${digestToken(body)}"`;
  reply.header('Cache-Control', `public, max-age=${maxAge}`).header('ETag', etag);
  if (matches(request.headers['if-none-match'], etag)) {
    void reply.status(304).send();
    return;
  }
  void reply.type('application/json; charset=utf-8').send(body);
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .some((candidate) => ['*', etag].includes(candidate.trim().replace(/^W\//, '')));
}
