import { Logger, ShutdownSignal, StandardSchemaValidationPipe } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bindApiDocumentation } from './app/api-documentation.js';
import { bindCors } from './app/cors.js';
import { ExceptionAnswer } from './app/exception.filter.js';
import { bindJsonBody } from './app/json-body.js';
import { problemFormat } from './app/problem-format.js';
import { plainPath } from './app/plain-path.js';
import { publicPathRemover } from './app/public-path.js';
import { RequestEdge } from './app/request-edge.js';
import { bindRequestMetrics } from './app/request-metrics.js';
import { readTlsFiles } from './app/tls-files.js';
import { oauthErrorFormat, pageErrorFormat } from './auth/index.js';
import { SystemClock } from './common/clock.js';
import type { ErrorFormat } from './common/error-format.js';
import { Configuration } from './config/index.js';
import { jsonRpcErrorFormat } from './mcp/index.js';
import { Metrics } from './observability/index.js';
import { presidioErrorFormat } from './presidio/index.js';

/** Which format speaks at which path; the last takes the rest. */
const ERROR_FORMATS: readonly ErrorFormat[] = [
  jsonRpcErrorFormat,
  pageErrorFormat,
  oauthErrorFormat,
  presidioErrorFormat,
  problemFormat,
];

const DEVELOPMENT_WARNING =
  'DEVELOPMENT DEFAULTS ARE IN FORCE: anybody who reaches this server can get tokens as mcp-client with its published ' +
  'secret. Set NODE_ENV=production and an https PUBLIC_URL before others can reach it.';

/** How often Node looks for connections that broke a time limit; its own default is 30 s. */
const CONNECTIONS_CHECKING_MS = 2_000;
const MAX_PARAMETER_LENGTH = 512;

/** The HTTP server with its limits. Node's default timeouts would let a slow client hold a connection for 90 s. */
export function createAdapter(configuration: Configuration): FastifyAdapter {
  const { limits, server } = configuration;
  const answer = new ExceptionAnswer(ERROR_FORMATS);
  const edge = new RequestEdge(configuration, new SystemClock());
  const options = {
    bodyLimit: limits.bodyBytes,
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    requestTimeout: limits.requestTimeoutMs,
    connectionTimeout: 0,
    trustProxy: server.trustedProxies.length === 0 ? false : [...server.trustedProxies],
    ...rewriting(server.publicUrl),
    // Malformed URLs reach neither hooks nor Nest's filters; answer them in the same formats.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      edge.enter(request, reply);
      answer.answer(error, request, reply);
    },
    forceCloseConnections: 'idle' as const,
    http: {
      connectionsCheckingInterval: CONNECTIONS_CHECKING_MS,
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
    },
  };
  const adapter = new FastifyAdapter(server.tls === undefined ? options : withTls(options, server.tls));
  edge.bind(adapter.getInstance() as unknown as FastifyInstance);
  return adapter;
}

/** One spelling of each path, whatever is asked for. */
function rewriting(publicUrl: string): { rewriteUrl: (request: { url?: string }) => string } {
  const withoutPath = publicPathRemover(publicUrl) ?? ((url: string) => url);
  return { rewriteUrl: ({ url = '/' }) => withoutPath(plainPath(url)) };
}

function withTls<Options extends { http: object }>(
  options: Options,
  tls: { certFile: string; keyFile: string },
) {
  return {
    ...options,
    https: { ...options.http, ...readTlsFiles(tls) },
  };
}

/** Everything around the modules; shared by main.ts and whatever else starts the whole service. */
export async function setUpApplication(app: NestFastifyApplication): Promise<void> {
  const configuration = app.get(Configuration);
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  bindRequestMetrics(server, app.get(Metrics));
  bindJsonBody(server, configuration.limits.jsonDepth);
  await bindCors(app, configuration);
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  app.useGlobalFilters(new ExceptionAnswer(ERROR_FORMATS));
  bindApiDocumentation(app);
  // Ended by a signal, but orderly: 0 tells a supervisor so.
  app.enableShutdownHooks(shutdownSignals(configuration), { useProcessExit: true });
}

/** All that ask a process to end; SIGHUP means to read the policy file again where there is one. */
function shutdownSignals({ policies }: Configuration): ShutdownSignal[] {
  const signals = Object.values(ShutdownSignal);
  return policies.file === undefined ? signals : signals.filter((signal) => signal !== ShutdownSignal.SIGHUP);
}

/** The addresses to show a person after the start, and a warning where anybody knows the credentials. */
export function announce(configuration: Configuration): void {
  const logger = new Logger('Gatehouse');
  if (!configuration.isProduction) logger.warn(DEVELOPMENT_WARNING);
  logger.log({
    msg: `Gatehouse is ready at ${configuration.server.publicUrl}`,
    environment: configuration.environment,
    listening: `${configuration.server.host}:${configuration.server.port}`,
    mcp: `${configuration.server.publicUrl}/mcp`,
  });
}
