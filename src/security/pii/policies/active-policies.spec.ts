import type { EntityType } from '../entity-types.js';
import { ActivePolicies } from './active-policies.js';
import { ANY_NAMES } from './file/known-names.js';
import { readPolicy } from './file/read-policy.js';
import { resolvePolicy, rulesOf, type Direction } from './pii-policy.js';
import { PolicyOrigins } from './policy-origins.js';

const DECLARED = resolvePolicy({
  in: 'keep',
  out: 'mask',
  fields: { '/customer/name': 'encrypt', '/id': 'keep' },
  types: { US_SSN: 'reject' },
});

function policiesOf(...rules: string[]): ActivePolicies {
  const origins = new PolicyOrigins();
  for (const name of ['a', 'b'])
    origins.register({ origin: `tool:${name}`, kind: 'tool', name, policy: DECLARED });
  origins.register({ origin: 'route:V.list', kind: 'route', name: 'GET /v', policy: DECLARED });
  const policies = new ActivePolicies(origins);
  const lines = rules.map((rule) => `  - {purpose: testing, ${rule}}`);
  const text = ['version: 1', 'name: test', rules.length === 0 ? 'rules: []' : 'rules:', ...lines].join('\n');
  const { policy, mistakes } = readPolicy(text, ANY_NAMES);
  if (policy === undefined) throw new Error(JSON.stringify(mistakes));
  policies.activate(policy);
  return policies;
}

interface Asked {
  readonly origin?: string;
  readonly direction?: Direction;
  readonly field?: string[];
  readonly type?: EntityType;
  readonly score?: number;
  readonly scopes?: string[];
}

function actionFor(policies: ActivePolicies, asked: Asked): string | undefined {
  const { origin = 'tool:a', direction = 'out', field = [], type = 'EMAIL', score = 1, scopes } = asked;
  return rulesOf(policies.of(origin, DECLARED, scopes), direction).ruleFor(field, type, score)?.action;
}

describe('ActivePolicies', () => {
  it.each<[string, string[], Asked, string]>([
    ['declared without a rule', [], {}, 'mask'],
    ['a rule for all', ['action: hash'], {}, 'hash'],
    ['a rule for another direction', ['direction: in, action: hash'], {}, 'mask'],
    ['a rule for another tool', ['tools: [b], action: hash'], {}, 'mask'],
    ['a rule for all tools', ['tools: ["*"], action: hash'], {}, 'hash'],
    ['not for a route', ['tools: ["*"], action: hash'], { origin: 'route:V.list' }, 'mask'],
    [
      'for a route by its method and path',
      ['routes: [GET /v], action: hash'],
      { origin: 'route:V.list' },
      'hash',
    ],
    ['the tool before all tools', ['tools: ["*"], action: hash', 'tools: [a], action: keep'], {}, 'keep'],
    ['the type before the tool', ['types: [EMAIL], action: hash', 'tools: [a], action: keep'], {}, 'hash'],
    [
      'the field before the type',
      ['fields: [mail], action: keep', 'types: [EMAIL], action: hash'],
      { field: ['mail'] },
      'keep',
    ],
    [
      'the nearer field',
      ['fields: [/x], action: keep', 'fields: [/x/y], action: hash'],
      { field: ['x', 'y', 'z'] },
      'hash',
    ],
    [
      'the pointer before the name',
      ['fields: [y], action: keep', 'fields: [/x/y], action: hash'],
      { field: ['x', 'y'] },
      'hash',
    ],
    ['declared fields before a general rule', ['tools: [a], action: hash'], { field: ['id'] }, 'keep'],
    ['declared types before a general rule', ['tools: [a], action: hash'], { type: 'US_SSN' }, 'reject'],
    ['a type before declared fields', ['types: [EMAIL], action: hash'], { field: ['id'] }, 'hash'],
    ['every field before declared ones', ['fields: [/**], action: hash'], { field: ['id'] }, 'hash'],
    ['the sure before the unsure', ['minScore: 0.9, action: hash'], { score: 0.95 }, 'hash'],
    ['what is declared for the unsure', ['minScore: 0.9, action: hash'], { score: 0.8 }, 'mask'],
    [
      'what a scope allows',
      ['scopes: [clear], action: keep'],
      { scopes: ['clear'], field: ['customer', 'name'] },
      'keep',
    ],
    ['what is declared without the scope', ['scopes: [clear], action: keep'], { scopes: ['read'] }, 'mask'],
    ['both of two scopes', ['scopes: [clear, read], action: keep'], { scopes: ['clear'] }, 'mask'],
  ])('applies %s', (_what, rules, asked, action) => {
    expect(actionFor(policiesOf(...rules), asked)).toBe(action);
  });

  it('leaves contextual types alone unless a rule names them, or the whole field is personal', () => {
    expect(actionFor(policiesOf('action: hash'), { type: 'LOCATION', field: ['city'] })).toBeUndefined();
    const named = policiesOf(
      'fields: [town], types: [LOCATION], action: redact',
      'fields: [city], action: hash',
    );
    expect(actionFor(named, { type: 'LOCATION', field: ['town'] })).toBe('redact');
    expect(actionFor(named, { type: 'LOCATION', field: ['city'] })).toBe('hash');
    expect(actionFor(named, { type: 'LOCATION', field: ['other'] })).toBeUndefined();
    expect(rulesOf(named.of('tool:a', DECLARED), 'out').types.has('LOCATION')).toBe(true);
  });

  it('lets the most specific rule say what is revealed and how recognizers fail', () => {
    const policies = policiesOf(
      'tools: ["*"], reveals: ["tool:b"], onRecognizerFailure: rules-only',
      'tools: [b], reveals: []',
    );
    expect(policies.of('tool:a', DECLARED)).toMatchObject({
      reveals: ['tool:b'],
      onRecognizerFailure: 'rules-only',
    });
    expect(policies.of('tool:b', DECLARED)).toMatchObject({ reveals: [], onRecognizerFailure: 'rules-only' });
    expect(policies.of('route:V.list', DECLARED)).toMatchObject({
      reveals: [],
      onRecognizerFailure: 'reject',
    });
  });

  it('names declaration, detector and file in the version', () => {
    const policies = policiesOf('action: hash');
    const { version } = policies.of('tool:a', DECLARED);
    expect(version).toBe(`${DECLARED.version}+${policies.fileVersion}`);
    expect(version).toMatch(/\+test@[0-9a-f]{12}$/);
    policies.activate(undefined);
    expect(policies.of('tool:a', DECLARED).version).toBe(DECLARED.version);
  });

  it('resolves a policy once for a kind of caller', () => {
    const policies = policiesOf('scopes: [clear], action: keep');
    const clear = policies.of('tool:a', DECLARED, ['clear', 'read']);
    expect(policies.of('tool:a', DECLARED, ['clear'])).toBe(clear);
    expect(policies.of('tool:a', DECLARED, ['read'])).toBe(policies.of('tool:a', DECLARED));
    expect(policies.of('tool:a', DECLARED)).not.toBe(clear);
  });

  it('asks whoever knows the hierarchy of scopes, again when it changed', () => {
    const policies = policiesOf('scopes: [clear], action: keep');
    expect(actionFor(policies, { scopes: ['admin'] })).toBe('mask');
    policies.compareScopesBy((granted, scope) => granted.includes('admin') || granted.includes(scope));
    expect(actionFor(policies, { scopes: ['admin'] })).toBe('keep');
  });
});
