import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataFolderInUseError, DataFolderLock } from './data-folder-lock.js';

describe('DataFolderLock', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-lock-'));
    file = join(folder, 'gatehouse.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const plant = (holder: object) =>
    writeFileSync(file, JSON.stringify({ socketFolder: '/tmp/x', ...holder }));

  it('excludes a second holder and tells who the first is', async () => {
    const lock = await DataFolderLock.acquire(folder, '/tmp/one');
    await expect(DataFolderLock.acquire(folder, '/tmp/two')).rejects.toThrow(DataFolderInUseError);
    await expect(DataFolderLock.acquire(folder, '/tmp/two')).rejects.toThrow(/DATA_DIR/);
    expect(DataFolderLock.holderOf(folder)).toMatchObject({ pid: process.pid, socketFolder: '/tmp/one' });
    lock.release();
    expect(existsSync(file)).toBe(false);
  });

  it('lets exactly one of many win', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => DataFolderLock.acquire(folder, `/tmp/${index}`)),
    );
    const winners = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    for (const winner of winners) winner.value.release();
  });

  it.each([
    ['of a process that has ended', { pid: 2 ** 22 + 1, host: hostname(), started: '1' }],
    ['of a reused process id', { pid: process.ppid, host: hostname(), started: '1' }],
    ['of this process before its container restarted', { pid: process.pid, host: hostname(), started: '1' }],
  ])('takes over a lock %s', async (_what, holder) => {
    plant(holder);
    const lock = await DataFolderLock.acquire(folder, '/tmp/new');
    expect(readFileSync(file, 'utf8')).toContain('/tmp/new');
    lock.release();
  });

  it('respects another host until it has been silent for long', async () => {
    plant({ pid: 1, host: 'elsewhere', started: '1' });
    await expect(DataFolderLock.acquire(folder, '/tmp/new')).rejects.toThrow(/elsewhere/);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    (await DataFolderLock.acquire(folder, '/tmp/new')).release();
  });

  it('takes over a file that is no lock', async () => {
    writeFileSync(file, 'torn');
    (await DataFolderLock.acquire(folder, '/tmp/new')).release();
  });
});
