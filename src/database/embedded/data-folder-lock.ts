import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { StartRefusal } from '../../common/start-refusal.js';

const HEARTBEAT_MS = 2_000;
/** A lock of another host, or one whose process cannot be examined, counts as dead after this silence. */
const SILENCE_MS = 30_000;
/** Long enough for another process that judged the same dead lock to have replaced ours. */
const SETTLE_MS = 60;

/** Who holds a data folder, as written into the lock file. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Start of the process in clock ticks since boot, where the system tells; a reused pid has another. */
  readonly started: string | undefined;
  /** Folder of the database's socket. */
  readonly socketFolder: string;
}

/** Another process has the data folder open: two embedded databases on one folder would silently diverge. */
export class DataFolderInUseError extends StartRefusal {
  constructor(
    readonly folder: string,
    readonly holder: LockHolder,
  ) {
    super(
      `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host}. ` +
        'Stop that process, or set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server.',
    );
  }
}

/** Excludes a second process from the data folder of the embedded database. */
export class DataFolderLock {
  private heartbeat: NodeJS.Timeout | undefined;

  private constructor(private readonly file: string) {}

  /** The living holder of the folder, or undefined when nobody has it open. */
  static holderOf(folder: string): LockHolder | undefined {
    const file = lockFile(folder);
    const holder = read(file);
    return holder !== undefined && isAlive(holder, file) ? holder : undefined;
  }

  /**
   * Takes the folder for this process.
   *
   * @throws DataFolderInUseError when another process has it.
   */
  static async acquire(folder: string, socketFolder: string): Promise<DataFolderLock> {
    const file = lockFile(folder);
    const own = JSON.stringify(describeSelf(socketFolder));
    for (;;) {
      if (tryWrite(file, own)) {
        await delay(SETTLE_MS);
        if (readFileSync(file, 'utf8') === own) return new DataFolderLock(file).beat();
        continue;
      }
      const holder = read(file);
      if (holder !== undefined && isAlive(holder, file)) throw new DataFolderInUseError(folder, holder);
      rmSync(file, { force: true });
    }
  }

  release(): void {
    clearInterval(this.heartbeat);
    rmSync(this.file, { force: true });
  }

  private beat(): this {
    this.heartbeat = setInterval(() => touch(this.file), HEARTBEAT_MS).unref();
    return this;
  }
}

function lockFile(folder: string): string {
  return join(folder, 'gatehouse.lock');
}

function tryWrite(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isNativeError(error) && (error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): LockHolder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

function describeSelf(socketFolder: string): LockHolder {
  return { pid: process.pid, host: hostname(), started: startOf(process.pid), socketFolder };
}

function isAlive(holder: LockHolder, file: string): boolean {
  // A restarted container comes back under the same host name and pid: a lock "of ourselves" is a dead one.
  if (holder.host === hostname() && holder.pid === process.pid)
    return holder.started === startOf(process.pid);
  if (holder.host !== hostname()) return isFresh(file);
  if (!exists(holder.pid)) return false;
  const started = startOf(holder.pid);
  return started === undefined ? isFresh(file) : started === holder.started;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isNativeError(error) && (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Field 22 of /proc/<pid>/stat; the fields before it may hold spaces inside parentheses. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isFresh(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs < SILENCE_MS;
  } catch {
    return false;
  }
}

function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The folder is being removed; there is nothing left to protect.
  }
}
