import { fork, type ChildProcess } from 'node:child_process';
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { cli } from '../../support/cli.js';
import { LIVENESS_MS, timeUntil, within } from '../../support/eventually.js';
import { decode } from '../../support/forge-token.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, describeOnServer, type TestDatabase } from '../../support/test-database.js';

const ROTATIONS = 3;
const WORKERS = 4;
/** How long the load lasts at least; the rotations are spread over it. By default no longer than they need. */
const LOAD_SECONDS = Number(process.env['TEST_ROTATION_SECONDS'] ?? 0);
/** Where there is time for it, as long as a busy machine may keep a verifier waiting. */
const JWKS_MAX_AGE_SECONDS = Math.max(1, Math.floor(LOAD_SECONDS / 15));

interface Jwk extends JsonWebKey {
  readonly kid: string;
}

async function jwksOf(replica: Gatehouse): Promise<Jwk[]> {
  const response = await fetch(`http://127.0.0.1:${replica.port}/.well-known/jwks.json`);
  expect(response.headers.get('cache-control')).toBe(`public, max-age=${JWKS_MAX_AGE_SECONDS}`);
  return ((await response.json()) as { keys: Jwk[] }).keys;
}

async function guardAnswers(replica: Gatehouse, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`http://127.0.0.1:${replica.port}/hello`, { headers });
  await response.arrayBuffer();
  return response.status;
}

/** A verifier that keeps the JWKS for as long as it may and never asks earlier, whatever kid it meets. */
class PatientVerifier {
  private keys: Promise<Jwk[]> | undefined;
  private fetchedAt = 0;

  constructor(private readonly replica: Gatehouse) {}

  async keyOf(kid: string): Promise<Jwk | undefined> {
    if (this.keys === undefined || Date.now() - this.fetchedAt >= JWKS_MAX_AGE_SECONDS * 1_000) {
      this.fetchedAt = Date.now();
      this.keys = jwksOf(this.replica);
    }
    return (await this.keys).find((key) => key.kid === kid);
  }
}

/** jwks-rsa as services use it; see the fixture. */
class JwksRsaVerifier {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (isGood: boolean) => void>();
  private asked = 0;

  constructor(replica: Gatehouse) {
    const jwksUri = `http://127.0.0.1:${replica.port}/.well-known/jwks.json`;
    this.child = fork('test/fixtures/verifiers/jwks-rsa-verifier.mjs', [jwksUri]);
    this.child.on('message', ({ id, error }: { id: number; error?: string }) => {
      this.waiting.get(id)?.(error === undefined);
      this.waiting.delete(id);
    });
  }

  accepts(token: string): Promise<boolean> {
    const id = (this.asked += 1);
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.child.send({ id, token });
    });
  }

  stop(): void {
    this.child.kill();
  }
}

/** Asks for tokens at one replica and has them verified everywhere, until told to stop. */
class Load {
  readonly failures: string[] = [];
  /** How many tokens each key has signed. */
  readonly signedBy = new Map<string, number>();
  validations = 0;
  private stopped = false;
  private readonly workers: Promise<void>[];

  constructor(issuer: Gatehouse, verifiers: Readonly<Record<string, (token: string) => Promise<boolean>>>) {
    this.workers = Array.from({ length: WORKERS }, () => this.work(issuer, Object.entries(verifiers)));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.workers);
  }

  private async work(
    issuer: Gatehouse,
    verifiers: readonly [string, (token: string) => Promise<boolean>][],
  ): Promise<void> {
    while (!this.stopped) {
      const token = await issuer.token();
      const kid = String(decode(token).header['kid']);
      this.signedBy.set(kid, (this.signedBy.get(kid) ?? 0) + 1);
      for (const [name, isGood] of verifiers) {
        this.validations += 1;
        if (!(await isGood(token).catch(() => false))) this.failures.push(`${name} refused ${kid}`);
      }
    }
  }
}

function isSignedBy(token: string, key: JsonWebKey): boolean {
  const [header, payload, signature = ''] = token.split('.');
  const publicKey = createPublicKey({ key, format: 'jwk' });
  const input = Buffer.from(`${header}.${payload}`);
  // mcp-client's tokens are RS256.
  return verify('sha256', input, publicKey, Buffer.from(signature, 'base64url'));
}

describeOnServer('Signing keys on two replicas', () => {
  let database: TestDatabase;
  let replicas: [Gatehouse, Gatehouse];
  let jwksRsaVerifiers: JwksRsaVerifier[];

  beforeAll(async () => {
    database = await createTestDatabase(
      {
        PUBLIC_URL: 'http://gatehouse.test',
        JWKS_MAX_AGE: String(JWKS_MAX_AGE_SECONDS),
        TOKEN_REQUESTS_PER_MINUTE: '1000000',
        REQUESTS_PER_MINUTE: '1000000',
      },
      'server',
    );
    replicas = [await startGatehouse({ database }), await startGatehouse({ database })];
    // Each asks the replica that does not issue the tokens it is shown.
    jwksRsaVerifiers = [new JwksRsaVerifier(replicas[1]), new JwksRsaVerifier(replicas[0])];
  });
  afterAll(async () => {
    for (const verifier of jwksRsaVerifiers) verifier.stop();
    for (const replica of replicas) await replica.stop();
    await database.drop();
  });

  const rotate = (...options: string[]) =>
    cli(database, ['key', 'rotate', '--algorithm', 'RS256', ...options, '--json']);
  const newestOf = (listing: unknown) =>
    (listing as { kid: string; algorithm: string; activatesAt: string }[])
      .filter(({ algorithm }) => algorithm === 'RS256')
      .sort((a, b) => b.activatesAt.localeCompare(a.activatesAt))[0]!.kid;

  async function rotateUnderLoad(): Promise<void> {
    const loads = replicas.map((issuer, index) => {
      const other = replicas[1 - index]!;
      const jwksRsa = jwksRsaVerifiers[index]!;
      const patient = new PatientVerifier(other);
      return new Load(issuer, {
        'the guard of the same replica': async (token) => (await guardAnswers(issuer, token)) === 200,
        'the guard of the other replica': async (token) => (await guardAnswers(other, token)) === 200,
        'jwks-rsa': (token) => jwksRsa.accepts(token),
        'a verifier that keeps the JWKS': async (token) => {
          const key = await patient.keyOf(String(decode(token).header['kid']));
          return key !== undefined && isSignedBy(token, key);
        },
      });
    });
    const made: string[] = [];
    const startedAt = Date.now();
    try {
      for (let count = 0; count < ROTATIONS; count += 1) {
        const kid = newestOf(await rotate());
        made.push(kid);
        const isInUse = () => loads.every(({ signedBy }) => (signedBy.get(kid) ?? 0) > WORKERS);
        expect(await within(LIVENESS_MS, isInUse)).toBe(true);
        const turn = startedAt + ((count + 1) * LOAD_SECONDS * 1_000) / ROTATIONS;
        await delay(Math.max(0, turn - Date.now()));
      }
    } finally {
      await Promise.all(loads.map((load) => load.stop()));
    }
    const validations = loads.reduce((sum, load) => sum + load.validations, 0);
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    console.info(`${validations} validations over ${ROTATIONS} rotations in ${seconds} s`);
    expect(loads.flatMap(({ failures }) => failures)).toEqual([]);
    expect(new Set(made).size).toBe(ROTATIONS);
    // Every key that signed is published until its last token is dead, by both replicas alike.
    const published = await Promise.all(
      replicas.map(async (replica) => (await jwksOf(replica)).map(({ kid }) => kid)),
    );
    expect(published[0]).toEqual(published[1]);
    expect(published[0]).toEqual(
      expect.arrayContaining(loads.flatMap(({ signedBy }) => [...signedBy.keys()])),
    );
  }

  it(
    'rotate three times under load without one failed validation',
    rotateUnderLoad,
    LIVENESS_MS * (ROTATIONS + 1) + LOAD_SECONDS * 1_000,
  );

  it('are refused everywhere with what they signed once others may know them', async () => {
    const [first, second] = replicas;
    const old = await first.token();
    for (const replica of replicas) expect(await guardAnswers(replica, old)).toBe(200);
    await rotate('--revoke-old');
    for (const replica of replicas) {
      await timeUntil(401, () => guardAnswers(replica, old));
      expect((await jwksOf(replica)).map(({ kid }) => kid)).not.toContain(decode(old).header['kid']);
    }
    const token = await second.token();
    for (const replica of replicas) expect(await guardAnswers(replica, token)).toBe(200);
  });
});
