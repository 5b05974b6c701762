import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { Configuration } from '../../config/index.js';

/** Calls that are being answered; a stopping server lets them finish before it ends sessions and streams. */
@Injectable()
export class RunningCalls implements OnModuleDestroy {
  private count = 0;
  private reportIdle: () => void = () => undefined;

  constructor(private readonly configuration: Configuration) {}

  begin(): void {
    this.count += 1;
  }

  end(): void {
    this.count -= 1;
    if (this.count === 0) this.reportIdle();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.count === 0) return;
    const idle = new Promise<void>((resolve) => (this.reportIdle = resolve));
    const patience = delay(this.configuration.server.shutdownTimeoutMs, undefined, { ref: false });
    await Promise.race([idle, patience]);
  }
}
