import { hash } from '@node-rs/argon2';
import { TooManyRequestsError } from '../../common/problem-error.js';
import { PasswordHasher } from './password-hasher.js';

const PASSWORD = 'the tram was late 전차';
/** RFC 9106's argon2id, 19 MiB, two passes, one lane. */
const TODAY = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/;

describe('PasswordHasher', () => {
  const hasher = new PasswordHasher();

  it('makes argon2id digests in PHC form, each with a salt of its own', async () => {
    const [one, other] = [await hasher.hash(PASSWORD), await hasher.hash(PASSWORD)];
    expect(one).toMatch(TODAY);
    expect(other).not.toBe(one);
  });

  it.each([
    ['the password', PASSWORD, true],
    ['it as a keyboard sends its jamo', PASSWORD.normalize('NFD'), true],
    ['another case', PASSWORD.toUpperCase(), false],
    ['a character more', `${PASSWORD}x`, false],
    ['nothing', '', false],
    ['more than any password', 'x'.repeat(100_000), false],
  ])('knows %s', async (_what, password, matches) => {
    const digest = await hasher.hash(PASSWORD);
    expect(await hasher.verify(password, digest)).toEqual({ matches, renewedDigest: undefined });
  });

  it('matches nothing where there is no digest', async () => {
    expect((await hasher.verify(PASSWORD, undefined)).matches).toBe(false);
    expect((await hasher.verify('', undefined)).matches).toBe(false);
  });

  it.each([
    ['less memory', { memoryCost: 4_096, timeCost: 2, parallelism: 1 }],
    ['fewer passes', { memoryCost: 19_456, timeCost: 1, parallelism: 1 }],
    ['argon2i', { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 1 }],
  ])('renews a digest made with %s, once the password has proved right', async (_what, parameters) => {
    const old = await hash(PASSWORD.normalize('NFKC'), parameters);
    expect((await hasher.verify('not the password', old)).renewedDigest).toBeUndefined();
    const { matches, renewedDigest } = await hasher.verify(PASSWORD, old);
    expect(matches).toBe(true);
    expect(renewedDigest).toMatch(TODAY);
    expect((await hasher.verify(PASSWORD, renewedDigest)).matches).toBe(true);
  });

  it('turns a flood away instead of taking all memory', async () => {
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => hasher.hash(PASSWORD)));
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(34);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(TooManyRequestsError);
    expect(await hasher.hash(PASSWORD)).toMatch(TODAY);
  });
});
