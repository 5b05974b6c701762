import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Clock } from '../../../src/common/clock.js';
import { CommonModule } from '../../../src/common/common.module.js';
import { Readiness } from '../../../src/common/readiness.js';
import { Configuration, ConfigModule, loadConfiguration } from '../../../src/config/index.js';
import { DatabaseModule, Transactions } from '../../../src/database/index.js';
import {
  BlindIndex,
  CryptoModule,
  EnvelopeCipher,
  FernetCodec,
  KeyRing,
} from '../../../src/security/crypto/index.js';
import { KeyCheckRepository } from '../../../src/security/crypto/keys/key-check.repository.js';
import { openKeyRing } from '../../../src/security/crypto/keys/open-key-ring.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const newKey = (kid: string): string => `${kid}:${randomBytes(32).toString('base64')}`;

describe('keys beside a database', () => {
  let database: TestDatabase;
  let configuration: Configuration;
  let module: TestingModule;
  let keyFile: string;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await createTestDatabase();
    // Whatever is in the data folder, the folder itself too, comes of the first start.
    configuration = loadConfiguration({ LOG_LEVEL: 'error', ...database.environment });
    keyFile = join(configuration.dataDir, 'keys.json');
    module = await Test.createTestingModule({
      imports: [CommonModule, ConfigModule, DatabaseModule.register(), CryptoModule],
    })
      .overrideProvider(Configuration)
      .useValue(configuration)
      .compile();
    await module.init();
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  /** The keys of another start beside the same database. */
  function open(variables: Record<string, string> = {}): Promise<KeyRing> {
    const configuration = loadConfiguration({ ...database.environment, ...variables });
    return openKeyRing(configuration, module.get(Clock), new KeyCheckRepository(module.get(Transactions)));
  }

  it('are made on the first start, in a file for this user alone', () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(statSync(configuration.dataDir).mode & 0o777).toBe(0o700);
  });

  it('serve every injectable, and readiness says so', async () => {
    const cipher = module.get(EnvelopeCipher);
    const fernet = module.get(FernetCodec);
    expect(cipher.decrypt(cipher.encrypt('홍길동', 'test'), 'test')).toBe('홍길동');
    expect(fernet.decrypt(fernet.encrypt('홍길동'))).toBe('홍길동');
    expect(module.get(BlindIndex).compute('a', 'b')).toHaveLength(43);
    const probes = await module.get(Readiness).check();
    expect([probes.has('encryption'), probes.get('encryption')]).toEqual([true, undefined]);
  });

  it('are the same on the next start', async () => {
    const envelope = module.get(EnvelopeCipher).encrypt('홍길동', 'test');
    expect(new EnvelopeCipher(await open()).decrypt(envelope, 'test')).toBe('홍길동');
  });

  it('are not made anew when they were lost: the start is refused until they are back', async () => {
    renameSync(keyFile, `${keyFile}.lost`);
    await expect(open()).rejects.toThrow(
      /keys\.json in DATA_DIR: the database was encrypted with other keys/,
    );
    expect(existsSync(keyFile)).toBe(false);
    renameSync(`${keyFile}.lost`, keyFile);
    expect((await open()).active.kid).toBe(module.get(KeyRing).active.kid);
  });

  it('are refused when they are others than before, by any name', async () => {
    const { kid } = module.get(KeyRing).active;
    await expect(open({ ENCRYPTION_KEYS: newKey('other') })).rejects.toThrow('encrypted with other keys');
    await expect(open({ ENCRYPTION_KEYS: newKey(kid) })).rejects.toThrow(`the key named ${kid} is not`);
  });

  it('rotate: a start with a new key beside the old one is accepted, later one without the old', async () => {
    const transactions = module.get(Transactions);
    await transactions.run((transaction) => transaction.query('DELETE FROM key_checks'));
    const [old, next] = [newKey('old'), newKey('next')];
    await open({ ENCRYPTION_KEYS: old });
    expect((await open({ ENCRYPTION_KEYS: `${next},${old}` })).active.kid).toBe('next');
    expect((await open({ ENCRYPTION_KEYS: next })).keys).toHaveLength(1);
    await expect(open({ ENCRYPTION_KEYS: newKey('third') })).rejects.toThrow('(old, next)');
  });

  it('of one replica win, when several start on an empty database with keys of their own', async () => {
    const transactions = module.get(Transactions);
    await transactions.run((transaction) => transaction.query('DELETE FROM key_checks'));
    rmSync(keyFile);
    const folders = ['one', 'two', 'three'].map((name) => join(database.folder, name));
    // Connections that are open already let the starts meet.
    await Promise.all(
      folders.map(() => transactions.run((transaction) => transaction.query('SELECT pg_sleep(0.1)'))),
    );
    const starts = await Promise.allSettled(folders.map((folder) => open({ DATA_DIR: folder })));
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(folders.filter((folder) => existsSync(join(folder, 'keys.json')))).toHaveLength(1);
  });
});
