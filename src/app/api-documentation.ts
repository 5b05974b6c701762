import { NotFoundException, type INestApplication } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DiscoveryService } from '@nestjs/core';
import { RequestContext } from '../common/request-context.js';
import { ScopeAuthority } from '../auth/index.js';
import { Configuration, VERSION } from '../config/index.js';
import { completeDescription, type ControllerClass } from './api-description/complete-description.js';
import { ExceptionAnswer } from './exception.filter.js';
import { problemFormat } from './problem-format.js';

const TOKEN_PATH = 'oauth2/token';

/**
 * OpenAPI at `/docs` (page) and `/docs/openapi.json`, made of the schemas that validate the requests. Its library is
 * loaded when first asked for: hundreds of modules and a description of every route would slow each start.
 */
export function bindApiDocumentation(app: NestFastifyApplication): void {
  let pages: Promise<FastifyInstance> | undefined;
  const serve = async ({ raw }: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const { routing } = await (pages ??= makePages(app));
    reply.hijack();
    routing(raw, reply.raw);
  };
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.get('/docs', serve);
  server.get('/docs/*', serve);
}

/** A router of its own, because the service's takes no routes once it listens. */
async function makePages(app: NestFastifyApplication): Promise<FastifyInstance> {
  const { SwaggerModule } = await import('@nestjs/swagger');
  const adapter = new FastifyAdapter();
  const pages = adapter.getInstance() as unknown as FastifyInstance;
  const answer = new ExceptionAnswer([problemFormat]);
  pages.decorateRequest('gatehouse');
  pages.setNotFoundHandler((request, reply) => {
    // The service gave its context to the request that it routed here; this router made another of it.
    const context = RequestContext.current();
    if (context !== undefined) request.gatehouse = context;
    answer.answer(new NotFoundException(), request, reply);
  });
  const host = Object.create(app, { getHttpAdapter: { value: () => adapter } }) as INestApplication;
  const document = await documentOf(app);
  SwaggerModule.setup('docs', host, document, {
    jsonDocumentUrl: 'docs/openapi.json',
    yamlDocumentUrl: 'docs/openapi.yaml',
    customSiteTitle: 'Gatehouse API',
  });
  await pages.ready();
  return pages;
}

/** Made of the routes and their schemas, completed by what our own decorators say about them. */
async function documentOf(app: NestFastifyApplication) {
  const { SwaggerModule } = await import('@nestjs/swagger');
  const controllers = app
    .get(DiscoveryService)
    .getControllers()
    .map(({ metatype }) => metatype as ControllerClass);
  return completeDescription(SwaggerModule.createDocument(app, await describe(app)), controllers);
}

async function describe(app: NestFastifyApplication) {
  const { DocumentBuilder } = await import('@nestjs/swagger');
  const { publicUrl } = app.get(Configuration).server;
  const scopes = app.get(ScopeAuthority).definitions();
  return new DocumentBuilder()
    .setTitle('Gatehouse')
    .setDescription('OAuth 2.1 authorization server, protected MCP server and audit trail.')
    .setVersion(VERSION)
    .setOpenAPIVersion('3.1.0')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer(publicUrl)
    .addOAuth2({
      type: 'oauth2',
      flows: {
        clientCredentials: {
          tokenUrl: `${publicUrl}/${TOKEN_PATH}`,
          scopes: Object.fromEntries(scopes.map(({ name, descriptionEn }) => [name, descriptionEn])),
        },
      },
    })
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'api-key')
    .addSecurityRequirements('oauth2')
    .build();
}
