import { Injectable } from '@nestjs/common';

/** Undefined when ready; otherwise why not, in words that are safe to show to anybody. */
export type ReadinessProbe = () => Promise<string | undefined> | string | undefined;

/** Whether the service may be sent requests. Features register what they depend on; `/health/ready` asks all of them. */
@Injectable()
export class Readiness {
  private readonly probes = new Map<string, ReadinessProbe>();
  private readonly degradations = new Map<string, ReadinessProbe>();
  private draining = false;

  /** Adds a dependency; a later probe of the same name replaces the earlier one. */
  register(name: string, probe: ReadinessProbe): void {
    this.probes.set(name, probe);
  }

  /** Adds something without which the service does its work, but not all of it: it stays ready and says so. */
  registerDegradation(name: string, probe: ReadinessProbe): void {
    this.degradations.set(name, probe);
  }

  /** From now on not ready: the process is stopping and balancers should look elsewhere. */
  drain(): void {
    this.draining = true;
  }

  /** Each dependency with undefined (ready) or the reason it is not. A probe that throws is not ready. */
  async check(): Promise<ReadonlyMap<string, string | undefined>> {
    const results = await askAll(this.probes);
    return new Map(this.draining ? [...results, ['process', 'stopping'] as const] : results);
  }

  /** What the service does without at the moment, in the form of `check`. */
  async checkDegradations(): Promise<ReadonlyMap<string, string | undefined>> {
    return new Map(await askAll(this.degradations));
  }
}

function askAll(
  probes: ReadonlyMap<string, ReadinessProbe>,
): Promise<(readonly [name: string, reason: string | undefined])[]> {
  return Promise.all([...probes].map(async ([name, probe]) => [name, await ask(probe)] as const));
}

async function ask(probe: ReadinessProbe): Promise<string | undefined> {
  try {
    return await probe();
  } catch {
    return 'does not answer';
  }
}
