import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { RotatingFile } from './rotating-file.js';

describe('RotatingFile', () => {
  let folder: string;
  let path: string;
  const read = (suffix = '') => readFileSync(path + suffix, 'utf8');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-log-'));
    path = join(folder, 'deep', 'audit.log');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('creates its folder, and the file for its owner alone', async () => {
    const file = new RotatingFile(path, 100, 2);
    await file.append('one\n');
    await file.close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('takes others’ rights off a file that is already there, and keeps its lines', async () => {
    path = join(folder, 'audit.log');
    writeFileSync(path, 'old\n', { mode: 0o644 });
    const file = new RotatingFile(path, 100, 2);
    await file.append('new\n');
    await file.close();
    expect(read()).toBe('old\nnew\n');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('starts a new file before the size is exceeded and keeps as many as told', async () => {
    const file = new RotatingFile(path, 10, 2);
    for (const line of ['11111111\n', '22222222\n', '33333333\n', '44444444\n']) await file.append(line);
    await file.close();
    expect([read(), read('.1'), read('.2')]).toEqual(['44444444\n', '33333333\n', '22222222\n']);
    expect(existsSync(`${path}.3`)).toBe(false);
  });

  it('writes what is larger than the size into a file of its own', async () => {
    const file = new RotatingFile(path, 10, 2);
    await file.append('a\n');
    await file.append('0123456789abcdef\n');
    await file.close();
    expect([read(), read('.1')]).toEqual(['0123456789abcdef\n', 'a\n']);
  });

  it('follows when somebody else has moved the file away', async () => {
    const file = new RotatingFile(path, 100, 2);
    await file.append('one\n');
    renameSync(path, `${path}.moved`);
    await delay(1_050);
    await file.append('two\n');
    await file.close();
    expect([read('.moved'), read()]).toEqual(['one\n', 'two\n']);
  });

  it('throws while the file cannot be written and works again afterwards', async () => {
    writeFileSync(join(folder, 'deep'), 'a file where the folder should be');
    const file = new RotatingFile(path, 100, 2);
    await expect(file.append('one\n')).rejects.toMatchObject({
      code: expect.stringMatching(/ENOTDIR|EEXIST/),
    });
    rmSync(join(folder, 'deep'));
    await file.append('two\n');
    await file.close();
    expect(read()).toBe('two\n');
  });
});
