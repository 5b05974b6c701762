import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { userInfo } from 'node:os';
import type { Principal } from '../../common/principal.js';
import { RequestContext } from '../../common/request-context.js';
import { traceOf, JsonLogger } from '../../observability/index.js';
import { CliModule } from './cli.module.js';

const CLIENT_ID = 'gatehouse-cli';

/** Starts the services a command needs, runs it as the operator at this machine, and closes them again. */
export async function withServices<T>(
  work: (services: INestApplicationContext) => Promise<T>,
  module: object = CliModule,
): Promise<T> {
  const services = await NestFactory.createApplicationContext(module, {
    abortOnError: false,
    logger: new JsonLogger('silent'),
  });
  try {
    return await RequestContext.run(operatorContext(), () => work(services));
  } finally {
    await services.close();
  }
}

/** So that audit records name who ran the command. */
function operatorContext(): RequestContext {
  const trace = traceOf(undefined);
  const source = { address: 'local', userAgent: CLIENT_ID };
  const context = new RequestContext(trace.traceId, trace, source, new Date());
  context.principal = operator();
  return context;
}

function operator(): Principal {
  return {
    subject: userInfo().username,
    clientId: CLIENT_ID,
    kind: 'operator',
    scopes: [],
    roles: [],
    issuer: 'local',
    audience: [],
    tokenId: 'none',
    expiresAt: Number.MAX_SAFE_INTEGER,
  };
}
