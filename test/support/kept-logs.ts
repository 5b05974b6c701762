import { copyFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

/** Where a test run gathers what services wrote, to look through it at the end; see scripts/scan-logs.mjs. */
const FOLDER = process.env['GATEHOUSE_TEST_LOGS'];

/** Keeps what a service said until the end of the run. */
export function keepLog(name: string, text: string): void {
  if (FOLDER !== undefined) writeFileSync(join(FOLDER, `${name}-${randomUUID()}.log`), text);
}

/** Keeps the log files of a folder until the end of the run. */
export function keepLogsOf(folder: string): void {
  if (FOLDER === undefined || !existsSync(folder)) return;
  for (const file of readdirSync(folder))
    copyFileSync(join(folder, file), join(FOLDER, `${randomUUID()}-${file}`));
}
