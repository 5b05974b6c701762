import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Milliseconds between looks whether somebody else (logrotate, another process) has moved the file. */
const IDENTITY_CHECK_MS = 1_000;

/** A file that is only appended to; `file.1` is the youngest of the kept ones. One write at a time, by its owner. */
export class RotatingFile {
  private handle: FileHandle | undefined;
  private size = 0;
  private inode = 0;
  private checkedAt = 0;

  constructor(
    private readonly path: string,
    private readonly maxBytes: number,
    private readonly keep: number,
  ) {}

  /** Appends whole lines; starts a new file first when they would not fit. Throws what the file system throws. */
  async append(lines: string): Promise<void> {
    try {
      const bytes = Buffer.from(lines, 'utf8');
      let handle = await this.current();
      if (this.size > 0 && this.size + bytes.length > this.maxBytes) {
        await this.rotate();
        handle = await this.current();
      }
      await handle.appendFile(bytes);
      this.size += bytes.length;
    } catch (error) {
      await this.close().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    const handle = this.handle;
    this.handle = undefined;
    await handle?.close();
  }

  private async current(): Promise<FileHandle> {
    if (this.handle !== undefined && (await this.wasMoved())) await this.close();
    return (this.handle ??= await this.open());
  }

  private async wasMoved(): Promise<boolean> {
    const now = Date.now();
    if (Math.abs(now - this.checkedAt) < IDENTITY_CHECK_MS) return false;
    this.checkedAt = now;
    const found = await stat(this.path).catch(() => undefined);
    if (found?.ino !== this.inode) return true;
    this.size = found.size;
    return false;
  }

  private async open(): Promise<FileHandle> {
    await mkdir(dirname(this.path), { recursive: true, mode: 0o750 });
    const handle = await open(this.path, 'a', 0o600);
    // An existing file keeps its mode, so it is set again.
    await handle.chmod(0o600);
    const { size, ino } = await handle.stat();
    this.size = size;
    this.inode = ino;
    return handle;
  }

  private async rotate(): Promise<void> {
    await this.close();
    await rm(`${this.path}.${this.keep}`, { force: true });
    for (let age = this.keep - 1; age >= 1; age -= 1) {
      await renameIfThere(`${this.path}.${age}`, `${this.path}.${age + 1}`);
    }
    await renameIfThere(this.path, `${this.path}.1`);
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
