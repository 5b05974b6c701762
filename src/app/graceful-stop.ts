import { Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { Readiness } from '../common/readiness.js';
import { Configuration } from '../config/index.js';

/** How often connections that have become idle are closed while the others finish. */
const IDLE_SWEEP_MS = 100;

/**
 * Stops in an order that loses no request: first it is not ready, so that balancers look elsewhere; then Nest closes
 * the listener and waits for the requests that run, which this bounds.
 */
@Injectable()
export class GracefulStop implements OnModuleDestroy, BeforeApplicationShutdown {
  constructor(
    private readonly readiness: Readiness,
    private readonly http: HttpAdapterHost,
    private readonly configuration: Configuration,
  ) {}

  async onModuleDestroy(): Promise<void> {
    const { shutdownDelayMs, shutdownTimeoutMs } = this.configuration.server;
    this.readiness.drain();
    await delay(shutdownDelayMs);
    setTimeout(() => this.server.closeAllConnections(), shutdownTimeoutMs).unref();
  }

  beforeApplicationShutdown(): void {
    // A connection whose last request ends after the listener has closed would be kept alive for its next one.
    setInterval(() => this.server.closeIdleConnections(), IDLE_SWEEP_MS).unref();
  }

  private get server(): Server {
    return this.http.httpAdapter.getHttpServer() as Server;
  }
}
