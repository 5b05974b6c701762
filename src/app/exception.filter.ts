import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorFormat } from '../common/error-format.js';
import { MCP_CONTEXT } from '../common/mcp-call.js';
import { PublicError } from '../common/public-error.js';
import { publicErrorOf } from './public-error-of.js';

/** Answers every error in the format of the door it came through; what is ours goes to the log, not to the caller. */
@Catch()
export class ExceptionAnswer implements ExceptionFilter {
  private readonly logger = new Logger(ExceptionAnswer.name);

  /** @param formats asked in order; the last one takes whatever is left. */
  constructor(private readonly formats: readonly ErrorFormat[]) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    // A tool's error belongs to the MCP layer that called it.
    if (host.getType<string>() === MCP_CONTEXT) throw thrown;
    const http = host.switchToHttp();
    this.answer(thrown, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const error = publicErrorOf(thrown);
    this.report(error, thrown);
    const { contentType, body } = this.formatFor(request.url).body(error);
    if (reply.sent) return this.endRaw(reply, error, contentType, body);
    void reply
      .status(error.status)
      .headers({ 'Cache-Control': 'no-store', ...error.headers })
      .type(contentType)
      .send(JSON.stringify(body));
  }

  /** After `reply.hijack()` Fastify no longer answers: end the raw response, or nobody does. */
  private endRaw(reply: FastifyReply, error: PublicError, contentType: string, body: unknown): void {
    if (reply.raw.writableEnded) return;
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    reply.raw.writeHead(error.status, {
      'Cache-Control': 'no-store',
      ...error.headers,
      'Content-Type': contentType,
    });
    reply.raw.end(JSON.stringify(body));
  }

  private formatFor(url: string): ErrorFormat {
    const [path = '/'] = url.split('?', 1);
    const format = this.formats.find((candidate) => candidate.handles(path));
    if (format === undefined) throw new Error('no error format handles this path');
    return format;
  }

  private report(error: PublicError, thrown: unknown): void {
    if (error.status < 500) return;
    this.logger.error({ msg: error.publicDetail, status: error.status, err: error.cause ?? thrown });
  }
}
