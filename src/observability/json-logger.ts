import type { LoggerService } from '@nestjs/common';
import { pino, stdSerializers, type Logger } from 'pino';
import { RequestContext } from '../common/request-context.js';
import type { LogLevel } from '../config/index.js';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Members that never reach the log, wherever a feature may have put them. */
const REDACTED = [
  'authorization',
  'cookie',
  'password',
  'client_secret',
  'clientSecret',
  'secret',
  'token',
  'access_token',
  'accessToken',
  'refresh_token',
  'apiKey',
  'privateKey',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** The framework's own account of what it wires, and of a failed start that main.ts explains; of use to developers only. */
const FRAMEWORK_CONTEXTS: ReadonlySet<unknown> = new Set([
  'ExceptionHandler',
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Nest's logger over pino: one JSON object a line, with the correlation id of the request being served. */
export class JsonLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: LogLevel) {
    this.pino = pino({
      level,
      base: { service: 'gatehouse' },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: REDACTED, censor: '[redacted]' },
      serializers: { err: describeError },
      mixin: correlation,
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(levelOf('info', rest), message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write(levelOf('error', rest), message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context (the class name) last, and a stack before it for errors. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const stack = rest.length > 1 && typeof rest[0] === 'string' ? rest[0] : undefined;
    this.pino[level]({ context, stack, ...toFields(message) });
  }
}

function levelOf(level: Level, rest: readonly unknown[]): Level {
  return FRAMEWORK_CONTEXTS.has(rest.at(-1)) ? 'debug' : level;
}

function toFields(message: unknown): object {
  if (message instanceof Error) return { msg: message.message, err: message };
  return typeof message === 'object' && message !== null ? message : { msg: String(message) };
}

function correlation(): object {
  const context = RequestContext.current();
  if (context === undefined) return {};
  return { correlation_id: context.correlationId, trace_id: context.trace.traceId };
}

/** The stack and code of an error; drivers hang queries with their parameters on it, which must not be logged. */
function describeError(error: Error): object {
  const { type, message, stack } = stdSerializers.err(error);
  return { type, message, stack, code: (error as NodeJS.ErrnoException).code };
}
