import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AuditTrail } from '../../audit/index.js';
import { Readiness } from '../../common/readiness.js';
import { RecurringTask } from '../../common/recurring-task.js';
import { RequestContext } from '../../common/request-context.js';
import { Configuration } from '../../config/index.js';
import {
  ActivePolicies,
  PolicyEnforcer,
  PolicyOrigins,
  testPolicy,
  type Direction,
  type Leak,
  type PolicyOrigin,
  type ResolvedPiiPolicy,
} from '../../security/pii/index.js';
import { PolicyMetrics } from './policy-metrics.js';

const DIRECTIONS = ['in', 'out'] as const;
/** What is known by now, by what a policy says: many tools share one, and it decides alike for all of them. */
type Tested = Map<string, readonly Leak[]>;

const SYSTEM = { kind: 'system', subject: 'gatehouse' } as const;
const MAX_RECORDED = 20;
const NOT_YET = 'the self-test of policies on personal data has not passed yet';
const BROKEN = 'policies on personal data cannot be applied; the log says why';

/**
 * The proof that policies work: known values go through each of them at the start, after every change and again and
 * again. While one comes out that a policy holds back, the service is not ready.
 */
@Injectable()
export class PolicySelfTest implements OnModuleDestroy {
  private readonly logger = new Logger(PolicySelfTest.name);
  private readonly task: RecurringTask;
  private state: string | undefined = NOT_YET;

  constructor(
    private readonly configuration: Configuration,
    private readonly origins: PolicyOrigins,
    private readonly policies: ActivePolicies,
    private readonly enforcer: PolicyEnforcer,
    private readonly trail: AuditTrail,
    private readonly metrics: PolicyMetrics,
    readiness: Readiness,
  ) {
    this.task = new RecurringTask(
      () => RequestContext.exit(() => this.test()),
      (error) => this.logger.error({ msg: 'self-test failed', error: (error as Error | null)?.name }),
    );
    readiness.register('personal-data', () => this.state);
  }

  /** Runs once the policies are in force, and from then on; requests are served meanwhile. */
  begin(): void {
    this.task.start(this.configuration.policies.selfTestSeconds * 1_000);
    this.run();
  }

  /** Runs at once, unless it is running. */
  run(): void {
    this.task.run();
  }

  async onModuleDestroy(): Promise<void> {
    await this.task.stop();
  }

  /** Sends the values through every policy; resolves once the state is known. */
  async test(): Promise<void> {
    try {
      await this.conclude(await this.findLeaks());
    } catch (error) {
      // Whatever goes wrong while checking refuses calls too; the cause is logged by name, its message may quote.
      this.metrics.selfTests.inc({ result: 'failure' });
      await this.become(BROKEN, { error: (error as Error | null)?.name ?? 'unknown' });
    }
  }

  private async findLeaks(): Promise<Leak[]> {
    const leaks: Leak[] = [];
    const tested: Tested = new Map();
    for (const origin of this.origins.all) leaks.push(...(await this.leaksOf(origin, tested)));
    return leaks;
  }

  private async leaksOf(origin: PolicyOrigin, tested: Tested): Promise<Leak[]> {
    const leaks: Leak[] = [];
    for (const policy of this.policies.variantsOf(origin)) {
      for (const direction of DIRECTIONS) {
        const key = contentOf(policy, direction);
        const found = tested.get(key) ?? (await this.testOne(policy, direction, origin));
        tested.set(key, found);
        leaks.push(...found.map((leak) => ({ ...leak, origin: origin.origin })));
      }
    }
    return leaks;
  }

  /** One slice at a time, so that requests do not wait for the whole. */
  private async testOne(
    policy: ResolvedPiiPolicy,
    direction: Direction,
    origin: PolicyOrigin,
  ): Promise<Leak[]> {
    await nextTurn();
    return testPolicy(this.enforcer, policy, direction, origin.origin);
  }

  private async conclude(leaks: readonly Leak[]): Promise<void> {
    this.metrics.leaks.set(leaks.length);
    this.metrics.selfTests.inc({ result: leaks.length === 0 ? 'success' : 'failure' });
    if (leaks.length === 0) return this.become(undefined, {});
    const types = [...new Set(leaks.map(({ entityType }) => entityType))].join(', ');
    const shown = leaks.slice(0, MAX_RECORDED).map((leak) => ({ ...leak }));
    await this.become(`known values come out in clear (${types}); the log says where`, { leaks: shown });
  }

  /** Told and recorded once for each change, not for each test. */
  private async become(state: string | undefined, details: Parameters<typeof failure>[0]): Promise<void> {
    const before = this.state;
    this.state = state;
    if (state === before) return;
    if (state !== undefined) this.logger.error({ msg: state, ...details });
    else if (before !== NOT_YET) this.logger.log({ msg: 'policies on personal data work again' });
    else return;
    await this.trail.record(state === undefined ? recovery() : failure(details));
  }
}

/** Not its version: of two policies a file may say different things, and both have the version of the file. */
function contentOf({ in: incoming, out, layers }: ResolvedPiiPolicy, direction: Direction): string {
  return JSON.stringify([direction, incoming, out, layers]);
}

function failure(details: {
  readonly leaks?: readonly { readonly [name: string]: string }[];
  readonly error?: string;
}) {
  const reason = details.leaks === undefined ? 'not_applicable' : 'value_in_clear';
  return { ...about('policy.disproved'), outcome: 'failure', reason, details } as const;
}

function recovery() {
  return { ...about('policy.proved'), outcome: 'success' } as const;
}

function about<EventType extends string>(eventType: EventType) {
  return { eventType, actor: SYSTEM, target: { type: 'policy', id: 'self-test' } } as const;
}
