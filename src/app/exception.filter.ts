import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorAnswer, ErrorFormat } from '../common/error-format.js';
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
    const { url, headers, gatehouse } = request;
    const answer = this.formatFor(url).body(error, { url, headers, correlationId: gatehouse.correlationId });
    if (reply.sent) return this.endRaw(reply, error, answer);
    void reply
      .status(error.status)
      .headers(headersOf(error, answer))
      .type(answer.contentType)
      .send(textOf(answer));
  }

  /** After `reply.hijack()` Fastify no longer answers: end the raw response, or nobody does. */
  private endRaw(reply: FastifyReply, error: PublicError, answer: ErrorAnswer): void {
    if (reply.raw.writableEnded) return;
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    reply.raw.writeHead(error.status, { ...headersOf(error, answer), 'Content-Type': answer.contentType });
    reply.raw.end(textOf(answer));
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

function headersOf(error: PublicError, answer: ErrorAnswer): Record<string, string> {
  return { 'Cache-Control': 'no-store', ...answer.headers, ...error.headers };
}

function textOf({ body }: ErrorAnswer): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}
