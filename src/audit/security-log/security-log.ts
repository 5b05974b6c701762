import { Injectable, Logger } from '@nestjs/common';
import { join } from 'node:path';
import { Readiness } from '../../common/readiness.js';
import { RequestContext } from '../../common/request-context.js';
import { Configuration } from '../../config/index.js';
import { AuditMetrics } from '../audit-metrics.js';
import type { NewAuditRecord } from '../audit-record.entity.js';
import { Masker } from '../masker.js';
import { RotatingFile } from './rotating-file.js';
import { toSecurityLogLine } from './security-log-line.js';

export const SECURITY_LOG_FILE = 'security_audit.log';

const MAX_WAITING_LINES = 100_000;
const MAX_LINES_A_WRITE = 2_000;
const RETRY_MS = 1_000;
/** Milliseconds for which lines gather: one write serves many commits, and no answer waits for it. */
const GATHER_MS = 50;

/**
 * `security_audit.log`: one JSON line a committed record, in order of commit, for log collectors.
 * The database is the truth. When the file cannot be written no request fails: lines wait (and beyond
 * a bound are dropped), the service is not ready, and metrics and log say so.
 */
@Injectable()
export class SecurityLog {
  private readonly logger = new Logger(SecurityLog.name);
  private readonly file: RotatingFile;
  private readonly standardOutput: boolean;
  private lines: string[] = [];
  private writing: Promise<void> | undefined;
  /** The next write: of what gathers, or the repetition of one that failed. */
  private timer: NodeJS.Timeout | undefined;
  private failing = false;

  constructor(
    { audit }: Configuration,
    private readonly masker: Masker,
    private readonly metrics: AuditMetrics,
    readiness: Readiness,
  ) {
    this.file = new RotatingFile(join(audit.logDir, SECURITY_LOG_FILE), audit.maxFileBytes, audit.keepFiles);
    this.standardOutput = audit.standardOutput;
    readiness.register('audit-file', () =>
      this.failing ? 'security_audit.log cannot be written' : undefined,
    );
  }

  /** Queues the lines of committed records; never blocks and never throws. */
  append(records: readonly NewAuditRecord[]): void {
    const lines = records.map((record) => toSecurityLogLine(record, (text) => this.masker.mask(text)));
    if (this.standardOutput) process.stdout.write(lines.join(''));
    const room = MAX_WAITING_LINES - this.lines.length;
    if (lines.length > room) this.metrics.fileLinesDropped.inc(lines.length - Math.max(0, room));
    this.lines.push(...lines.slice(0, Math.max(0, room)));
    this.timer ??= this.startIn(GATHER_MS);
  }

  /** Writes what waits, once, and closes the file. */
  async close(): Promise<void> {
    this.cancelTimer();
    this.start();
    await this.writing;
    this.cancelTimer();
    await this.file.close().catch(() => undefined);
  }

  private startIn(milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.timer = undefined;
      this.start();
    }, milliseconds);
  }

  private cancelTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private start(): void {
    this.writing ??= RequestContext.exit(() => this.writeAll()).finally(() => (this.writing = undefined));
  }

  private async writeAll(): Promise<void> {
    while (this.lines.length > 0) {
      const batch = this.lines.slice(0, MAX_LINES_A_WRITE);
      try {
        await this.file.append(batch.join(''));
      } catch (error) {
        this.afterFailure(error);
        return;
      }
      this.lines.splice(0, batch.length);
      this.failing = false;
    }
  }

  private afterFailure(error: unknown): void {
    this.metrics.fileFailures.inc();
    const { code } = error as NodeJS.ErrnoException;
    if (!this.failing) this.logger.error({ msg: `${SECURITY_LOG_FILE} cannot be written`, cause: code });
    this.failing = true;
    this.cancelTimer();
    this.timer = this.startIn(RETRY_MS).unref();
  }
}
