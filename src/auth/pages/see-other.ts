import type { FastifyReply } from 'fastify';

/** Answers a form with the page to see next: by GET, whatever came (RFC 9110 §15.4.4). */
export function seeOther(reply: FastifyReply, location: string): void {
  void reply.status(303).headers({ Location: location, 'Cache-Control': 'no-store' }).send();
}
