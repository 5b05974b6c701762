import { stat } from 'node:fs/promises';

const POLL_MS = 1_000;
const MISSING = 'missing';

/**
 * Tells when the content of a path may have changed. By looking again and again rather than by the file system's
 * notices: those follow neither the symbolic links of a Kubernetes ConfigMap nor network file systems.
 */
export class PolicyFileWatch {
  private timer: NodeJS.Timeout | undefined;
  private told: string | undefined;
  private seen: string | undefined;

  constructor(
    private readonly path: string,
    private readonly onChange: () => void,
  ) {}

  /** What stands there now is known already. */
  async start(): Promise<void> {
    this.told = this.seen = await signatureOf(this.path);
    this.timer = setInterval(() => void this.look(), POLL_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Only what stands still between two looks is told: a file that is being written is not read halfway. */
  private async look(): Promise<void> {
    const now = await signatureOf(this.path);
    const isStill = now === this.seen;
    this.seen = now;
    if (!isStill || now === this.told) return;
    this.told = now;
    this.onChange();
  }
}

async function signatureOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return [ino, size, mtimeMs].join(' ');
  } catch {
    return MISSING;
  }
}
