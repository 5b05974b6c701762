import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DataFolderLock } from './data-folder-lock.js';

/** Requests, audit flush, change feed, migrations, and a few command lines beside the server. */
const MAX_CONNECTIONS = 10;
/** The path below the socket folder that libpq's naming rule gives for port 5432. */
const SOCKET_NAME = '.s.PGSQL.5432';
/** sockaddr_un holds 108 bytes with the terminating zero; a longer path is cut silently. */
const MAX_SOCKET_PATH = 107;
/** An empty database, made by the build. */
const TEMPLATE = fileURLToPath(new URL('./template.pack', import.meta.url));

/**
 * PostgreSQL inside this process: PGlite in a thread of its own behind a local socket in a folder
 * that only this user may enter (it checks no password, so it never listens on TCP).
 */
export class EmbeddedDatabase {
  private stopping: Promise<void> | undefined;

  private constructor(
    /** For `pg`'s `host`. */
    readonly socketFolder: string,
    private readonly worker: Worker,
    private readonly lock: DataFolderLock,
  ) {}

  /** Whether there is one below `dataDir` already. */
  static isIn(dataDir: string): boolean {
    return existsSync(folderIn(dataDir));
  }

  /**
   * Opens the database below `dataDir`, creating it on the first start from the template made by the build.
   *
   * @param onExit called when the database dies by itself.
   * @throws DataFolderInUseError when another process has it open.
   */
  static async open(dataDir: string, onExit: (error: Error) => void): Promise<EmbeddedDatabase> {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const socketFolder = makeSocketFolder();
    // It leaves the folder alone until it is told: loading the database takes about as long as taking the lock.
    const { worker, ready } = startWorker(folderIn(dataDir), join(socketFolder, SOCKET_NAME));
    try {
      const lock = await openLocked(dataDir, socketFolder, worker, ready);
      const database = new EmbeddedDatabase(socketFolder, worker, lock);
      worker.once('error', onExit);
      worker.once('exit', () => {
        if (database.stopping === undefined) onExit(new Error('the embedded database ended'));
      });
      return database;
    } catch (error) {
      await worker.terminate();
      rmSync(socketFolder, { recursive: true, force: true });
      throw error;
    }
  }

  /** Closes the files and gives the data folder free. */
  stop(): Promise<void> {
    this.stopping ??= this.close();
    return this.stopping;
  }

  private async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.worker.once('exit', () => resolve());
      this.worker.postMessage('stop');
    });
    rmSync(this.socketFolder, { recursive: true, force: true });
    this.lock.release();
  }
}

function folderIn(dataDir: string): string {
  return join(dataDir, 'postgres');
}

function makeSocketFolder(): string {
  const base = join(tmpdir(), 'gatehouse-');
  const fits = base.length + 6 + 1 + SOCKET_NAME.length <= MAX_SOCKET_PATH;
  return mkdtempSync(fits ? base : '/tmp/gatehouse-');
}

async function openLocked(
  dataDir: string,
  socketFolder: string,
  worker: Worker,
  ready: Promise<void>,
): Promise<DataFolderLock> {
  const lock = await DataFolderLock.acquire(dataDir, socketFolder);
  try {
    worker.postMessage('open');
    await ready;
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}

function startWorker(folder: string, socketPath: string): { worker: Worker; ready: Promise<void> } {
  const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), {
    workerData: { folder, template: TEMPLATE, socketPath, maxConnections: MAX_CONNECTIONS },
    // The service's own flags (inspector, loaders) are not the database's.
    execArgv: [],
  });
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => {
      worker.removeListener('error', reject);
      resolve();
    });
    worker.once('error', reject);
  });
  // Whoever waits for it meets the error; nobody does while the folder is in use by another process.
  ready.catch(() => undefined);
  return { worker, ready };
}
