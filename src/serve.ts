import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type FurtherModule } from './app.module.js';
import { announce, createAdapter, setUpApplication } from './app.setup.js';
import type { Configuration } from './config/index.js';
import { JsonLogger } from './observability/index.js';

/** Builds the application, and resolves once it listens. */
export async function serve(configuration: Configuration, modules: readonly FurtherModule[]): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(modules),
    createAdapter(configuration),
    { bodyParser: false, abortOnError: false, logger: new JsonLogger(configuration.logLevel) },
  );
  await setUpApplication(app);
  await app.listen(configuration.server.port, configuration.server.host);
  announce(configuration);
}
