import type { PiiAction } from '../../../common/policy-decision.js';
import { PiiPolicy, PII_POLICY_METADATA } from './pii-policy.decorator.js';
import { resolvePolicy, rulesOf, type PiiPolicyDeclaration } from './pii-policy.js';
import { isWholeField } from './policy-rule.js';

describe('@PiiPolicy()', () => {
  it('writes the resolved policy on classes and methods', () => {
    @PiiPolicy('mask')
    class Sample {
      @PiiPolicy({ in: 'reject', out: 'keep' })
      method() {}
    }
    const onMethod = Object.getOwnPropertyDescriptor(Sample.prototype, 'method')!.value as object;
    expect(Reflect.getMetadata(PII_POLICY_METADATA, Sample)).toMatchObject({ in: 'mask', out: 'mask' });
    expect(Reflect.getMetadata(PII_POLICY_METADATA, onMethod)).toMatchObject({ in: 'reject', out: 'keep' });
  });

  it('encrypts a direction that is not named', () => {
    expect(resolvePolicy({ out: 'mask' })).toMatchObject({ in: 'encrypt', out: 'mask' });
    expect(resolvePolicy({ fields: { price: 'keep' } })).toMatchObject({ in: 'encrypt', out: 'encrypt' });
  });

  it('refuses while recognizers fail, and reveals nothing, unless it says otherwise', () => {
    expect(resolvePolicy('mask')).toMatchObject({ reveals: [], onRecognizerFailure: 'reject' });
    const options = { reveals: ['tool:create_ticket'], onRecognizerFailure: 'rules-only' } as const;
    expect(resolvePolicy({ in: 'keep', ...options })).toMatchObject(options);
  });

  it.each([
    ['an unknown action', 'hide'],
    ['nothing', {}],
    ['undefined', undefined],
    ['an unknown member', { inn: 'mask' }],
    ['an unknown action of a direction', { in: 'Mask' }],
    ['an unknown action of a field', { fields: { price: 'none' } }],
    ['an unknown member of a field', { fields: { price: { action: 'mask', of: 'PERSON' } } }],
    ['a field without an action', { fields: { price: { type: 'PERSON' } } }],
    ['a field of an unknown type', { fields: { price: { action: 'mask', type: 'NAME' } } }],
    ['a field without a name', { fields: { '': 'keep' } }],
    ['a malformed pointer', { fields: { '/a~2': 'keep' } }],
    ['an unknown type', { types: { NAME: 'keep' } }],
    ['what is no origin', { reveals: ['create_ticket'] }],
    ['an unknown way to fail', { in: 'keep', onRecognizerFailure: 'open' }],
  ])('refuses %s when it is declared', (_what, declaration) => {
    expect(() => PiiPolicy(declaration as PiiPolicyDeclaration)).toThrow(TypeError);
  });

  it('says where and what is allowed', () => {
    const declaration = { fields: { price: 'none', '/a~2': 'keep' } } as unknown as PiiPolicyDeclaration;
    expect(() => PiiPolicy(declaration)).toThrow(
      /fields\.price\.action: "none" is no action; allowed: keep, mask.*fields\.\/a~2: "\/a~2" is neither/,
    );
  });

  it('gives every declaration a version of its own', () => {
    const declarations: PiiPolicyDeclaration[] = [
      'mask',
      'keep',
      { in: 'mask', out: 'keep' },
      { in: 'mask', out: 'mask', fields: { a: 'keep' } },
      { in: 'mask', out: 'mask', types: { EMAIL: 'keep' } },
      { in: 'mask', out: 'mask', reveals: ['tool:a'] },
      { in: 'mask', out: 'mask', onRecognizerFailure: 'rules-only' },
      { in: 'mask', out: 'encrypt' },
      { in: 'mask', out: 'encrypt', deterministic: true },
    ];
    const versions = declarations.map((declaration) => resolvePolicy(declaration).version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(resolvePolicy('mask').version).toBe(versions[0]);
  });
});

describe('rules of a declaration', () => {
  const rules = rulesOf(
    resolvePolicy({
      in: 'mask',
      fields: {
        '/price': 'keep',
        '/customers/*/name': 'hash',
        serial: 'redact',
        '/a~1b': 'replace',
        '/deep/**/id': 'keep',
        nick: { in: 'keep', out: 'redact', type: 'PERSON', purpose: 'support' },
      },
      types: { KR_RRN: 'reject', EMAIL: 'keep' },
    }),
    'in',
  );

  it.each<[string[], PiiAction]>([
    [['price'], 'keep'],
    [['customers', '3', 'name'], 'hash'],
    [['customers', '3', 'name', 'first'], 'hash'],
    [['customers', '3', 'name', 'serial'], 'redact'],
    [['deep', 'serial'], 'redact'],
    [['serial', '0'], 'redact'],
    [['deep', 'id'], 'keep'],
    [['deep', 'er', '0', 'id', 'x'], 'keep'],
    [['a/b'], 'replace'],
    [['nick'], 'keep'],
    [['other', 'price'], 'mask'],
    [['customers', 'name'], 'mask'],
    [[], 'mask'],
  ])('finds for %j the action %s', (field, action) => {
    expect(rules.ruleFor(field, 'PHONE', 1)?.action).toBe(action);
  });

  it('asks fields before types, and types before what is left', () => {
    expect(rules.ruleFor(['serial'], 'KR_RRN', 1)?.action).toBe('redact');
    expect(rules.ruleFor(['other'], 'KR_RRN', 1)?.action).toBe('reject');
    expect(rules.ruleFor([], 'EMAIL', 1)?.action).toBe('keep');
  });

  it('takes fields as a whole, unless they are kept or refused', () => {
    const whole = (field: string[]) => {
      const rule = rules.fieldRule(field);
      return rule !== undefined && isWholeField(rule);
    };
    expect([['serial'], ['price'], ['other']].map(whole)).toEqual([true, false, false]);
  });
});
