import { Logger } from '@nestjs/common';
import { PolicyMetrics } from '../../../src/admin/policies/policy-metrics.js';
import { PolicySelfTest } from '../../../src/admin/policies/policy-self-test.js';
import { AuditTrail, type AuditEvent } from '../../../src/audit/index.js';
import { Readiness } from '../../../src/common/readiness.js';
import type { Configuration } from '../../../src/config/index.js';
import { Metrics } from '../../../src/observability/index.js';
import {
  ActivePolicies,
  Anonymizer,
  PiiAnalyzer,
  PolicyEnforcer,
  PolicyOrigins,
  type PiiPolicyDeclaration,
} from '../../../src/security/pii/index.js';
import { ANY_NAMES } from '../../../src/security/pii/policies/file/known-names.js';
import { readPolicy } from '../../../src/security/pii/policies/file/read-policy.js';
import { resolvePolicy } from '../../../src/security/pii/policies/pii-policy.js';
import { blindIndex, cipher } from './crypto.js';

/** Keeps what would be recorded. */
class RecordedEvents extends AuditTrail {
  readonly events: AuditEvent[] = [];

  record(event: AuditEvent): Promise<void> {
    this.events.push(event);
    return Promise.resolve();
  }

  recordWithin(): Promise<void> {
    return Promise.reject(new TypeError('not used'));
  }

  recordInStatement(): never {
    throw new TypeError('not used');
  }
}

/** Applies one action no more. */
class BrokenAnonymizer extends Anonymizer {
  broken: string | undefined;

  override apply(...[action, value, context]: Parameters<Anonymizer['apply']>): string {
    return action === this.broken ? value : super.apply(action, value, context);
  }
}

/** Finds nothing any more. */
class BlindAnalyzer extends PiiAnalyzer {
  isBlind = false;

  override scan(...given: Parameters<PiiAnalyzer['scan']>) {
    return this.isBlind ? [] : super.scan(...given);
  }
}

const DECLARATIONS: Readonly<Record<string, PiiPolicyDeclaration>> = {
  mask: 'mask',
  encrypt: { in: 'keep', out: 'encrypt', types: { PHONE: 'hash' } },
  fields: { in: 'keep', out: 'keep', fields: { '/users/*/nick': 'redact', note: 'replace' } },
  reject: { in: 'reject', out: 'keep' },
  // Declared as another one: what is told apart, a policy file tells apart.
  twin: 'mask',
};

function setUp() {
  const anonymizer = new BrokenAnonymizer(cipher, blindIndex);
  const analyzer = new BlindAnalyzer();
  const origins = new PolicyOrigins();
  for (const [name, declaration] of Object.entries(DECLARATIONS))
    origins.register({ origin: `tool:${name}`, kind: 'tool', name, policy: resolvePolicy(declaration) });
  const policies = new ActivePolicies(origins);
  const trail = new RecordedEvents();
  const metrics = new Metrics();
  const readiness = new Readiness();
  const selfTest = new PolicySelfTest(
    { policies: { file: undefined, selfTestSeconds: 300 } } as Configuration,
    origins,
    policies,
    new PolicyEnforcer(analyzer, anonymizer),
    trail,
    new PolicyMetrics(metrics),
    readiness,
  );
  const state = async () => (await readiness.check()).get('personal-data');
  return { anonymizer, analyzer, policies, trail, metrics, selfTest, state };
}

describe('the self-test of policies', () => {
  beforeAll(() => Logger.overrideLogger(false));

  it('leaves the service not ready until it has passed', async () => {
    const { selfTest, state, trail } = setUp();
    expect(await state()).toMatch(/has not passed yet/);
    await selfTest.test();
    expect(await state()).toBeUndefined();
    expect(trail.events).toEqual([]);
  });

  it.each([
    ['mask', 'tool:mask'],
    ['encrypt', 'tool:encrypt'],
    ['hash', 'tool:encrypt'],
    ['redact', 'tool:fields'],
    ['replace', 'tool:fields'],
  ])('turns red when %s does nothing, once, and green again', async (action, origin) => {
    const { anonymizer, selfTest, state, trail, metrics } = setUp();
    await selfTest.test();
    anonymizer.broken = action;
    await selfTest.test();
    await selfTest.test();
    expect(await state()).toMatch(/^known values come out in clear \([A-Z_, ]+\)/);
    expect(trail.events).toMatchObject([
      { eventType: 'policy.disproved', outcome: 'failure', reason: 'value_in_clear' },
    ]);
    expect(JSON.stringify(trail.events[0]?.details)).toContain(`"origin":"${origin}"`);
    expect((await metrics.expose()).text).toMatch(/gatehouse_pii_self_test_leaks [1-9]/);
    anonymizer.broken = undefined;
    await selfTest.test();
    expect(await state()).toBeUndefined();
    expect(trail.events.map(({ eventType }) => eventType)).toEqual(['policy.disproved', 'policy.proved']);
  });

  it.each([
    'tools: [twin], action: redact',
    'tools: [twin], scopes: [pii.clear], action: redact',
    'tools: [twin], scopes: [pii.clear, read], action: redact',
  ])('proves what a policy file says of one tool alone (%s)', async (rule) => {
    const { anonymizer, policies, selfTest, trail } = setUp();
    const { policy } = readPolicy(`version: 1\nrules:\n  - {purpose: testing, ${rule}}`, ANY_NAMES);
    policies.activate(policy);
    anonymizer.broken = 'redact';
    await selfTest.test();
    expect(JSON.stringify(trail.events[0]?.details)).toContain('"origin":"tool:twin"');
  });

  it('turns red when nothing is found any more', async () => {
    const { analyzer, selfTest, state, trail } = setUp();
    analyzer.isBlind = true;
    await selfTest.test();
    expect(await state()).toMatch(/PERSON, EMAIL, PHONE/);
    const origins = JSON.stringify(trail.events[0]?.details);
    expect(origins).toContain('tool:mask');
  });

  it('turns red when policies cannot be applied, without a word of the cause', async () => {
    const { anonymizer, selfTest, state, trail } = setUp();
    anonymizer.apply = () => {
      throw new RangeError('010-1234-5678');
    };
    await selfTest.test();
    expect(await state()).toMatch(/cannot be applied/);
    expect(JSON.stringify(trail.events)).toContain('RangeError');
    expect(JSON.stringify(trail.events)).not.toContain('010-1234-5678');
  });
});
