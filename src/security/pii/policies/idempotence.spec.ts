import fc from 'fast-check';
import type { PiiAction } from '../../../common/policy-decision.js';
import { BlindIndex, DataEncryptionKey, EnvelopeCipher, KeyRing } from '../../crypto/index.js';
import { PiiAnalyzer } from '../analyzer.js';
import { Anonymizer } from '../anonymizer.js';
import { resolvePolicy } from './pii-policy.js';
import { PolicyEnforcer } from './policy-enforcer.js';
import { KNOWN_VALUES } from './self-test/known-values.js';

const keyRing = new KeyRing([new DataEncryptionKey('test', 1, 'active', Buffer.alloc(32, 7))]);
const anonymizer = new Anonymizer(new EnvelopeCipher(keyRing), new BlindIndex(keyRing));
const enforcer = new PolicyEnforcer(new PiiAnalyzer(), anonymizer);

function enforce(value: unknown, action: PiiAction): unknown {
  const policy = resolvePolicy({ in: action, out: action, fields: { '/secret': action } });
  return enforcer.enforce(value, policy, 'out', 'tool:sample').value;
}

/** Values as they stand in texts, and what an earlier call made of them. */
const known = fc.constantFrom(...KNOWN_VALUES.map(({ text }) => text));
const before = fc
  .tuple(known, fc.constantFrom<PiiAction>('mask', 'encrypt', 'hash', 'replace'))
  .map(([text, action]) => enforce(text, action) as string);
const filler = fc.constantFrom('', ' ', '\n', ', ', ' 확인 ', ' see ', '。', '\t');
const text = fc
  .array(fc.tuple(filler, fc.oneof(known, known, before)), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.flat().join(''));
const written = text.chain((plain) =>
  fc.constantFrom(
    plain,
    JSON.stringify({ note: plain }),
    JSON.stringify([JSON.stringify({ note: [plain] })]),
    Buffer.from(plain).toString('base64'),
    `/find?q=${encodeURIComponent(plain)}`,
    `# 보고\n\n- ${plain}\n- 끝`,
  ),
);
const json = fc.oneof(
  written,
  fc.array(written, { maxLength: 3 }),
  fc.record({ email: written, secret: written, phone: fc.constant(1012345678) }),
  fc.dictionary(written, fc.constant(true), { maxKeys: 3 }),
);

describe('an action', () => {
  it.each(['mask', 'encrypt', 'hash', 'replace', 'redact'] as const)(
    '%s changes nothing the second time, in whatever it is applied to',
    (action) => {
      fc.assert(
        fc.property(json, (value) => {
          const once = enforce(value, action);
          expect(enforce(once, action)).toEqual(once);
        }),
        { numRuns: 250 },
      );
    },
  );

  it('leaves what another has encrypted, hashed or replaced', () => {
    fc.assert(
      fc.property(
        fc.array(written),
        fc.constantFrom<PiiAction>('mask', 'encrypt', 'hash'),
        (value, action) => {
          const encrypted = enforce(value, 'encrypt');
          expect(enforce(encrypted, action)).toEqual(encrypted);
        },
      ),
      { numRuns: 150 },
    );
  });
});
