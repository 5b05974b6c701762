import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger, type LoggerService } from '@nestjs/common';
import { LocalKeyFile } from './local-key-file.js';

const NOW = new Date('2026-11-21T05:00:00Z');

/** Collects what is logged. */
class Lines implements LoggerService {
  readonly warnings: unknown[] = [];
  log(): void {}
  error(): void {}
  warn(line: unknown): void {
    this.warnings.push(line);
  }
}

describe('LocalKeyFile', () => {
  const lines = new Lines();
  beforeAll(() => Logger.overrideLogger(lines));
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-keys-'));
    path = join(folder, 'data', 'keys.json');
    lines.warnings.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes a file that only this user can read, in a folder only this user can enter', () => {
    new LocalKeyFile(path).create(NOW);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'data'))).toEqual(['keys.json']);
  });

  it('reads the same key again', () => {
    const made = new LocalKeyFile(path).create(NOW);
    const read = new LocalKeyFile(path).read();
    expect(read?.active.kid).toBe(made.active.kid);
    expect(read?.active.derive('fernet').equals(made.active.derive('fernet'))).toBe(true);
  });

  it('never replaces a file: who comes second gets the first one’s key', () => {
    const first = new LocalKeyFile(path).create(NOW);
    const content = readFileSync(path, 'utf8');
    expect(new LocalKeyFile(path).create(NOW).active.kid).toBe(first.active.kid);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('knows when there is none', () => {
    expect(new LocalKeyFile(path).read()).toBeUndefined();
  });

  const SECRET = 'A'.repeat(43) + '=';
  const entry = (more: object = {}) => ({
    kid: 'a',
    version: 1,
    state: 'active',
    createdAt: NOW.toISOString(),
    key: SECRET,
    ...more,
  });

  it.each([
    ['an empty file', ''],
    ['a file cut in half', '{"keys":[{"kid":"a"'],
    ['no keys', JSON.stringify({ keys: [] })],
    ['a short key', JSON.stringify({ keys: [entry({ key: SECRET.slice(4) })] })],
    ['an unknown state', JSON.stringify({ keys: [entry({ state: SECRET })] })],
    ['no active key', JSON.stringify({ keys: [entry({ state: 'deactivated' })] })],
    ['one kid twice', JSON.stringify({ keys: [entry(), entry({ version: 2, state: 'deactivated' })] })],
  ])('refuses %s, naming the file and no key', (_what, text) => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(path, text);
    const read = () => new LocalKeyFile(path).read();
    expect(read).toThrow(path);
    expect(read).not.toThrow('AAAA');
  });

  it('says which file cannot be read or made', () => {
    writeFileSync(join(folder, 'data'), 'a file where the folder should be');
    expect(() => new LocalKeyFile(path).read()).toThrow(`${path} cannot be read (ENOTDIR)`);
    expect(() => new LocalKeyFile(path).create(NOW)).toThrow(`${path} cannot be made`);
  });

  it('reads a file that a mounted volume shows as open to others, and warns', () => {
    const made = new LocalKeyFile(path).create(NOW);
    expect(lines.warnings).toEqual([]);
    chmodSync(path, 0o644);
    expect(new LocalKeyFile(path).read()?.active.kid).toBe(made.active.kid);
    expect(lines.warnings).toEqual([{ msg: expect.stringContaining('chmod 600') as string, file: path }]);
  });
});
