import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AuditTrail, type AuditEvent, type JsonValue } from '../../audit/index.js';
import { ScopeAuthority } from '../../auth/index.js';
import { describeMistake } from '../../common/documents/document-mistake.js';
import { Readiness } from '../../common/readiness.js';
import { Configuration } from '../../config/index.js';
import {
  ActivePolicies,
  loadPolicyFile,
  PolicyFileError,
  type KnownNames,
  type PolicyFile,
} from '../../security/pii/index.js';
import { PolicyFileWatch } from './policy-file-watch.js';
import { PolicyMetrics } from './policy-metrics.js';
import { PolicyNames } from './policy-names.js';
import { PolicySelfTest } from './policy-self-test.js';

const NO_FILE = 'none';
const MAX_RECORDED_MISTAKES = 20;
const SYSTEM = { kind: 'system', subject: 'gatehouse' } as const;

/** Puts the policy file in force at the boot and whenever it changes; what is broken never replaces what works. */
@Injectable()
export class PolicyControl implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(PolicyControl.name);
  private readonly path: string | undefined;
  private readonly watch: PolicyFileWatch | undefined;
  private readonly onHangup = () => void this.reload();
  /** Reloads one after the other, in the order in which they were asked for. */
  private reloading: Promise<void> = Promise.resolve();
  /** Why an older version than the file's is in force. */
  private stale: string | undefined;
  private mistakes: readonly string[] = [];

  constructor(
    { policies: { file } }: Configuration,
    private readonly policies: ActivePolicies,
    private readonly names: PolicyNames,
    private readonly scopes: ScopeAuthority,
    private readonly trail: AuditTrail,
    private readonly metrics: PolicyMetrics,
    private readonly selfTest: PolicySelfTest,
    readiness: Readiness,
  ) {
    this.path = file;
    this.watch = file === undefined ? undefined : new PolicyFileWatch(file, () => void this.reload());
    readiness.registerDegradation('policy', () => this.stale);
  }

  /** @throws PolicyFileError naming every mistake of the policy file: nothing is served by half a policy. */
  async onApplicationBootstrap(): Promise<void> {
    this.policies.compareScopesBy((granted, scope) =>
      this.scopes.satisfies(granted, { allOf: [scope], anyOf: [] }),
    );
    this.scopes.onReload(() => this.policies.forget());
    const known = this.names.known();
    this.metrics.inForce(NO_FILE);
    if (this.path !== undefined) await this.begin(this.path, known);
    this.selfTest.begin();
  }

  private async begin(path: string, known: KnownNames): Promise<void> {
    await this.watch?.start();
    this.enact(await loadPolicyFile(path, known));
    this.record({ eventType: 'policy.loaded', outcome: 'success', details: { version: this.version } });
    process.on('SIGHUP', this.onHangup);
  }

  async onModuleDestroy(): Promise<void> {
    this.watch?.stop();
    process.off('SIGHUP', this.onHangup);
    await this.reloading;
  }

  /** Resolves once the file has been read again, whether it could be used or not. */
  reload(): Promise<void> {
    this.reloading = this.reloading.then(() => this.readAgain());
    return this.reloading;
  }

  /** Of the policy file in force. */
  private get version(): string {
    return this.policies.fileVersion ?? NO_FILE;
  }

  private async readAgain(): Promise<void> {
    if (this.path === undefined) return;
    try {
      this.adopt(await loadPolicyFile(this.path, this.names.known()));
    } catch (error) {
      this.keep(error);
    }
  }

  private adopt(file: PolicyFile): void {
    const before = this.version;
    this.enact(file);
    this.metrics.reloads.inc({ result: 'success' });
    if (before === this.version) return;
    this.selfTest.run();
    this.logger.log({ msg: 'policy file reloaded', before, after: this.version, rules: file.rules.length });
    this.report('success', { before, after: this.version, rules: file.rules.length });
  }

  private enact(file: PolicyFile): void {
    this.policies.activate(file);
    this.stale = undefined;
    this.metrics.stale.set(0);
    this.metrics.inForce(this.version);
  }

  /** The readiness detail is public, so it says how many mistakes there are; the log says which. */
  private keep(error: unknown): void {
    const mistakes = mistakesOf(error);
    const isKnown = this.stale !== undefined && this.mistakes.join() === mistakes.join();
    this.mistakes = mistakes;
    this.stale = `old version ${this.version} kept because the policy file has ${mistakes.length} mistake(s); the log names them`;
    this.metrics.stale.set(1);
    this.metrics.reloads.inc({ result: 'failure' });
    if (isKnown) return;
    this.logger.error({ msg: 'policy file not usable, old version kept', version: this.version, mistakes });
    this.report('failure', { before: this.version, mistakes: mistakes.slice(0, MAX_RECORDED_MISTAKES) });
  }

  private report(outcome: 'success' | 'failure', details: { readonly [name: string]: JsonValue }): void {
    const reason = outcome === 'failure' ? { reason: 'invalid_policy' } : {};
    this.record({ eventType: 'policy.reloaded', outcome, ...reason, details });
  }

  private record(event: Omit<AuditEvent, 'actor' | 'target'>): void {
    const target = { type: 'policy', id: 'file' };
    this.trail.record({ ...event, actor: SYSTEM, target }).catch((error: unknown) => {
      this.logger.error({ msg: 'policy change not recorded', error: (error as Error | null)?.name });
    });
  }
}

function mistakesOf(error: unknown): string[] {
  if (!(error instanceof PolicyFileError))
    return [`cannot be read: ${(error as Error | null)?.name ?? 'unknown'}`];
  return error.mistakes.map((mistake) => describeMistake(error.file, mistake));
}
