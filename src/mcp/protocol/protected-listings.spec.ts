import 'reflect-metadata';
import { BlindIndex, DataEncryptionKey, EnvelopeCipher, KeyRing } from '../../security/crypto/index.js';
import {
  ActivePolicies,
  Anonymizer,
  PiiAnalyzer,
  PiiPolicy,
  PII_POLICY_METADATA,
  PolicyEnforcer,
  PolicyOrigins,
  type ResolvedPiiPolicy,
} from '../../security/index.js';
import type { Served } from '../registry/served.js';
import type { CallChannel } from './call-channel.js';
import { ProtectedListings } from './protected-listings.js';

const keyRing = new KeyRing([new DataEncryptionKey('test', 1, 'active', Buffer.alloc(32, 7))]);
const anonymizer = new Anonymizer(new EnvelopeCipher(keyRing), new BlindIndex(keyRing));

function declared(action: 'mask' | 'reject'): ResolvedPiiPolicy {
  class Handler {}
  PiiPolicy(action)(Handler);
  return Reflect.getMetadata(PII_POLICY_METADATA, Handler) as ResolvedPiiPolicy;
}

const origins = new PolicyOrigins();
origins.register({ origin: 'tool:masking', kind: 'tool', name: 'masking', policy: declared('mask') });
origins.register({ origin: 'tool:strict', kind: 'tool', name: 'strict', policy: declared('reject') });
const enforcer = new PolicyEnforcer(new PiiAnalyzer(), anonymizer);
const listings = new ProtectedListings(enforcer, new ActivePolicies(origins), origins);
const channel = { principal: { scopes: [] } } as unknown as CallChannel;

const nested = (depth: number): object => (depth === 0 ? {} : { a: nested(depth - 1) });

describe('ProtectedListings', () => {
  it('hold entries as the policies leave them', () => {
    const entry = { description: 'ask hong@example.com' };
    const shown = listings.protect({ origin: 'tool:masking' } as Served, entry, channel);
    expect(shown).toEqual({ description: 'ask hong****@example.com' });
  });

  it.each([
    ['nested too deep', nested(200)],
    ['too large', { description: 'word '.repeat(2_000_000) }],
  ])('leave out what is %s to be checked, and say the rest', (_what, hostile) => {
    const entries = [{ name: 'before' }, hostile, { name: 'after' }];
    const served = entries.map((entry) => ({ origin: 'tool:masking', entry }));
    const shown = listings.of(served as never[], ({ entry }: { entry: object }) => entry, channel);
    expect(shown).toEqual([{ name: 'before' }, { name: 'after' }]);
  });

  it('leave out what a policy rejects', () => {
    const served = [{ origin: 'tool:strict' }, { origin: 'tool:masking' }] as Served[];
    const shown = listings.of(served, ({ origin }) => ({ name: origin, at: 'hong@example.com' }), channel);
    expect(shown).toEqual([{ name: 'tool:masking', at: 'hong****@example.com' }]);
  });
});
