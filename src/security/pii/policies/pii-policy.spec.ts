import { PiiPolicy, PII_POLICY_METADATA } from './pii-policy.decorator.js';
import { fieldRule, resolvePolicy, type PiiPolicyDeclaration, type ResolvedPiiPolicy } from './pii-policy.js';

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

  it.each([
    ['an unknown action', 'hide'],
    ['nothing', {}],
    ['undefined', undefined],
    ['an unknown member', { inn: 'mask' }],
    ['an unknown action of a direction', { in: 'Mask' }],
    ['an unknown action of a field', { fields: { price: 'none' } }],
    ['a field without a name', { fields: { '': 'keep' } }],
    ['a malformed pointer', { fields: { '/a~2': 'keep' } }],
  ])('refuses %s when it is declared', (_what, declaration) => {
    expect(() => PiiPolicy(declaration as PiiPolicyDeclaration)).toThrow(TypeError);
  });

  it('gives every declaration a version of its own', () => {
    const declarations: PiiPolicyDeclaration[] = [
      'mask',
      'keep',
      { in: 'mask', out: 'keep' },
      { in: 'mask', out: 'mask', fields: { a: 'keep' } },
    ];
    const versions = declarations.map((declaration) => resolvePolicy(declaration).version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(resolvePolicy('mask').version).toBe(versions[0]);
  });
});

describe('fieldRule', () => {
  const policy: ResolvedPiiPolicy = resolvePolicy({
    in: 'mask',
    fields: { '/price': 'keep', '/customers/*/name': 'hash', serial: 'redact', '/a~1b': 'replace' },
  });

  it.each([
    [['price'], 'keep'],
    [['customers', '3', 'name'], 'hash'],
    [['customers', '3', 'name', 'first'], 'hash'],
    [['deep', 'serial'], 'redact'],
    [['serial', '0'], 'redact'],
    [['a/b'], 'replace'],
    [['other', 'price'], undefined],
    [['customers', 'name'], undefined],
    [[], undefined],
  ])('finds for %j the action %j', (field, action) => {
    expect(fieldRule(policy, field)?.action).toBe(action);
  });
});
