import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { hostileJson, hostileStrings, SEED } from '../hostile/hostile-values.js';

const STRINGS = 600;
const JSON_VALUES = 200;
const AT_ONCE = 8;
const KEY = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) };
const AGENT = {
  client_name: 'Agent',
  redirect_uris: ['http://127.0.0.1:9/callback'],
  token_endpoint_auth_method: 'none',
};
/** First, so that each of them meets every member. */
const UNSTORABLE = ['\u0000', 'a\u0000b', '\ud800', 'a\udfffb'];

type Target = (value: unknown) => object;

const TEXTS = [
  'client_name',
  'client_name#ko',
  'client_uri',
  'logo_uri',
  'policy_uri',
  'tos_uri',
  'jwks_uri',
  'scope',
  'token_endpoint_auth_method',
  'application_type',
  'id_token_signed_response_alg',
  'subject_type',
  'software_id',
  'software_statement',
  'client_id',
  'client_secret',
];
const LISTS = ['redirect_uris', 'post_logout_redirect_uris', 'grant_types', 'response_types', 'contacts'];
const KEY_MEMBERS = ['kty', 'crv', 'x', 'y', 'n', 'e', 'kid', 'alg', 'use', 'key_ops', 'x5u', 'x5t', 'other'];

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const withKey = (key: object) => ({ ...AGENT, jwks: { keys: [KEY, { ...KEY, ...key }] } });
const TARGETS: readonly Target[] = [
  ...TEXTS.flatMap((name): Target[] => [
    (value) => ({ ...AGENT, [name]: value }),
    (value) => ({ ...AGENT, [name]: `https://app.example/${textOf(value)}` }),
  ]),
  ...LISTS.flatMap((name): Target[] => [
    (value) => ({ ...AGENT, [name]: value }),
    (value) => ({ ...AGENT, [name]: [value] }),
    (value) => ({ ...AGENT, [name]: [`https://app.example/${textOf(value)}`] }),
    (value) => ({ ...AGENT, [name]: [`com.example.app:/${textOf(value)}`] }),
  ]),
  ...KEY_MEMBERS.map(
    (name): Target =>
      (value) =>
        withKey({ [name]: value }),
  ),
  (value) => withKey({ key_ops: ['verify', value] }),
  (value) => withKey({ [textOf(value)]: value }),
  (value) => ({ ...AGENT, jwks: value }),
  (value) => ({ ...AGENT, jwks: { keys: value } }),
  (value) => ({ ...AGENT, jwks: { keys: [KEY], [textOf(value)]: value } }),
  (value) => ({ ...AGENT, [textOf(value)]: value }),
];

describe('client metadata that are hostile', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({
      env: {
        REGISTRATION: 'open',
        REGISTRATIONS_PER_MINUTE: '1000000',
        REQUESTS_PER_MINUTE: '1000000',
        REGISTRATION_MAX_CLIENTS: '100000',
        FAILED_AUTHENTICATIONS_PER_MINUTE: '1000000',
      },
    });
  });
  afterAll(() => gatehouse.stop());

  const register = (document: object) =>
    fetch(`${gatehouse.url}/oauth2/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(document),
    });

  /** What was wrong with the answer; undefined when nothing was. */
  const attempt = async (document: object): Promise<string | undefined> => {
    const answer = await register(document);
    const text = await answer.text();
    const isStorable = !/\\u0000|\\ud[89a-f]/i.test(text);
    if ((answer.status === 201 || answer.status === 400) && isStorable) return undefined;
    return `${answer.status} ${JSON.stringify(document).slice(0, 300)} ${text.slice(0, 300)}`;
  };
  const attack = async (documents: readonly object[]): Promise<string[]> => {
    const failures: string[] = [];
    let next = 0;
    const worker = async () => {
      for (let document = documents[next++]; document !== undefined; document = documents[next++]) {
        const failure = await attempt(document);
        if (failure !== undefined) failures.push(failure);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return failures;
  };
  const inTurn = (values: readonly unknown[]) =>
    values.map((value, index) => (TARGETS[index % TARGETS.length] as Target)(value));

  it('are refused or registered, whatever cannot be stored stands at whatever member', async () => {
    const documents = UNSTORABLE.flatMap((value) => TARGETS.map((target) => target(value)));
    expect((await attack(documents)).slice(0, 20)).toEqual([]);
  });

  it(`are refused or registered: ${STRINGS} strings and ${JSON_VALUES} JSON values (seed ${SEED})`, async () => {
    const documents = inTurn([...hostileStrings(STRINGS), ...hostileJson(JSON_VALUES)]);
    expect((await attack(documents)).slice(0, 20)).toEqual([]);
  }, 300_000);

  it.each([
    ['a kid with a zero', { kid: '\u0000' }],
    ['a kid with half a character', { kid: '\ud800' }],
    ['a kid that is too long', { kid: 'k'.repeat(257) }],
    ['a kid that is no text', { kid: 7 }],
    ['an algorithm with a space', { alg: 'ES 256' }],
    ['a modulus beyond 8192 bits', { kty: 'RSA', n: 'A'.repeat(1_367), e: 'AQAB' }],
    ['a coordinate that is no base64url', { x: 'A'.repeat(42) + '=' }],
    ['too many uses', { key_ops: Array<string>(11).fill('verify') }],
    ['a private part', { d: 'A'.repeat(43) }],
    ['primes', { kty: 'RSA', n: 'A'.repeat(342), e: 'AQAB', p: 'x', q: 'y' }],
    ['a shared secret', { kty: 'oct', k: 'c2VjcmV0' }],
  ])('are refused for a key with %s', async (_what, key) => {
    const answer = await register(withKey(key));
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 400,
      body: {
        error: 'invalid_client_metadata',
        error_description: expect.stringMatching(/^jwks\.keys\.1/) as string,
      },
    });
  });

  it('are refused for more keys than anybody has', async () => {
    const answer = await register({ ...AGENT, jwks: { keys: Array<object>(21).fill(KEY) } });
    expect(answer.status).toBe(400);
  });

  it('lose the members of keys that nobody here understands (RFC 7517 §4)', async () => {
    const key = { ...KEY, kid: 'own', alg: 'ES256', use: 'sig', key_ops: ['verify'] };
    const more = { x5c: ['MIIB'], x5t: 'A', ext: true, filler: 'x'.repeat(10_000) };
    const answer = await register({ ...AGENT, jwks: { keys: [{ ...key, ...more }], filler: 'x' } });
    expect(((await answer.json()) as { jwks: object }).jwks).toEqual({ keys: [key] });
  });

  it('keep whole characters of a name that is cut', async () => {
    const nameOf = async (name: string) =>
      ((await (await register({ ...AGENT, client_name: name })).json()) as { client_name: string })
        .client_name;
    expect(await nameOf(`${'a'.repeat(199)}😀b`)).toBe(`${'a'.repeat(199)}😀`);
    expect(await nameOf('a\ud800b')).toBe('ab');
  });
});
