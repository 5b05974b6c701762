import { Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AppModule } from '../../../../src/app.module.js';
import { createAdapter, setUpApplication } from '../../../../src/app.setup.js';
import { Configuration } from '../../../../src/config/index.js';
import { JsonLogger } from '../../../../src/observability/index.js';
import { ActivePolicies, PolicyEnforcer, type Enforcement } from '../../../../src/security/index.js';
import { JsonRpcClient } from '../../../e2e/mcp/json-rpc-client.js';
import { freePort } from '../../../support/free-port.js';
import type { Gatehouse } from '../../../support/gatehouse.js';
import { configurationOf } from '../../../support/test-configuration.js';
import { createTestDatabase } from '../../../support/test-database.js';
import { declarationsWith, HANDLERS, resourcesAndPromptsWith, StageController } from './handlers.js';
import { Stage } from './stage.js';

/** The enforcer, with a switch that makes it blind: to see that the test would notice. */
@Injectable()
export class SwitchableEnforcer extends PolicyEnforcer {
  isBlindTo: (value: Readonly<Record<string, unknown>>, direction: 'in' | 'out') => boolean = () => false;

  override enforce(...call: Parameters<PolicyEnforcer['enforce']>): Enforcement {
    const [value, , direction] = call;
    const enforcement = super.enforce(...call);
    return this.isBlindTo(Object(value) as Readonly<Record<string, unknown>>, direction)
      ? { ...enforcement, value }
      : enforcement;
  }
}

/** The whole service in this process, with handlers that do what the stage says. */
export interface Theatre {
  readonly stage: Stage;
  readonly enforcer: SwitchableEnforcer;
  readonly policies: ActivePolicies;
  readonly url: string;
  readonly token: string;
  readonly client: JsonRpcClient;
  readonly session: string;
  close(): Promise<void>;
}

export async function openTheatre(declared: readonly string[]): Promise<Theatre> {
  const port = await freePort();
  const database = await createTestDatabase({
    PORT: String(port),
    LOG_LEVEL: 'fatal',
    REQUESTS_PER_MINUTE: '1000000',
  });
  const app = await start(configurationOf(database), declared);
  const url = `http://localhost:${port}`;
  const token = await tokenFrom(url);
  const client = new JsonRpcClient({ port } as Gatehouse, token);
  const session = await client.openSession({ elicitation: {}, sampling: {} });
  await client.inSession(session, 'logging/setLevel', { level: 'debug' });
  return {
    stage: app.get(Stage, { strict: false }),
    enforcer: app.get(PolicyEnforcer),
    policies: app.get(ActivePolicies),
    url,
    token,
    client,
    session,
    async close() {
      await app.close();
      await database.drop();
    },
  };
}

async function start(
  configuration: Configuration,
  declared: readonly string[],
): Promise<NestFastifyApplication> {
  @Module({
    controllers: [StageController],
    providers: [...HANDLERS, ...declarationsWith(declared), ...resourcesAndPromptsWith(declared)],
  })
  class StageModule {}
  const testing = await Test.createTestingModule({ imports: [AppModule.with([StageModule])] })
    .overrideProvider(Configuration)
    .useValue(configuration)
    .overrideProvider(PolicyEnforcer)
    .useClass(SwitchableEnforcer)
    .setLogger(new JsonLogger(configuration.logLevel))
    .compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createAdapter(configuration), {
    bodyParser: false,
  });
  await setUpApplication(app);
  await app.listen(configuration.server.port, 'localhost');
  return app;
}

async function tokenFrom(url: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'mcp-client',
    client_secret: 'secret',
  });
  const answer = await fetch(`${url}/oauth2/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}
