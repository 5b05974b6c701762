import type { Finding, Generation } from './finding.js';
import { Unanswered, type Network } from './network.js';
import type { Step, StepName } from './report.js';

/** What a step came to. Without a value nobody can go on. */
export interface Outcome<T> {
  readonly detail: string;
  readonly findings: readonly Finding[];
  readonly value: T | undefined;
}

/** A client gets no further. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export type Who = Generation | 'all';
export type ProgressListener = (step: Pick<Step, 'name' | 'client'>) => void;

const HIDDEN = '…';
/** For all exchanges of one step. */
const STEP_MS = 30_000;

/** Performs steps one by one, each within its time, and keeps what they came to. */
export class Recorder {
  readonly steps: Step[] = [];
  private readonly secrets = new Set<string>();

  constructor(
    private readonly network: Network,
    private readonly onStep: ProgressListener,
  ) {}

  /** Servers may repeat what they were sent: it is taken out of every text. */
  hide(secret: string): void {
    if (secret !== '') this.secrets.add(secret);
  }

  /**
   * Performs a step and keeps its outcome.
   *
   * @throws Stopped when the client gets no further.
   */
  async run<T>(name: StepName, client: Who, perform: (network: Network) => Promise<Outcome<T>>): Promise<T> {
    this.onStep({ name, client });
    const { detail, findings, value } = await this.attempt(perform);
    this.keep({ name, client, status: statusOf(findings), detail, findings });
    if (value === undefined || findings.some(({ stops }) => client !== 'all' && stops.includes(client)))
      throw new Stopped();
    return value;
  }

  skip(name: StepName, client: Who, detail: string): void {
    this.keep({ name, client, status: 'skipped', detail, findings: [] });
  }

  has(name: StepName, client: Who): boolean {
    return this.steps.some((step) => step.name === name && step.client === client);
  }

  private async attempt<T>(perform: (network: Network) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await perform(this.network.until(AbortSignal.timeout(STEP_MS)));
    } catch (failure) {
      if (!(failure instanceof Unanswered)) throw failure;
      return { detail: 'no usable answer', findings: [failure.finding], value: undefined };
    }
  }

  private keep(step: Step): void {
    const findings = step.findings.map((finding) => ({
      ...finding,
      problem: this.withoutSecrets(finding.problem),
      mend: this.withoutSecrets(finding.mend),
    }));
    this.steps.push({ ...step, detail: this.withoutSecrets(step.detail), findings });
  }

  private withoutSecrets(text: string): string {
    return [...this.secrets].reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);
  }
}

function statusOf(findings: readonly Finding[]): Step['status'] {
  if (findings.some(({ severity }) => severity === 'error')) return 'failed';
  return findings.length > 0 ? 'warning' : 'passed';
}
