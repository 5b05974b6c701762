import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { LIVENESS_MS } from './eventually.js';
import type { Gatehouse } from './gatehouse.js';

export type SecurityLogLine = Readonly<Record<string, unknown>>;

/** The lines of `security_audit.log` once they are enough; the file follows the database by a moment. */
export async function securityLog(
  gatehouse: Gatehouse,
  enough: (lines: readonly SecurityLogLine[]) => boolean,
): Promise<SecurityLogLine[]> {
  const deadline = Date.now() + LIVENESS_MS;
  let lines = read(gatehouse);
  while (!enough(lines) && Date.now() < deadline) {
    await delay(50);
    lines = read(gatehouse);
  }
  return lines;
}

function read(gatehouse: Gatehouse): SecurityLogLine[] {
  const file = join(gatehouse.logDir, 'security_audit.log');
  if (!existsSync(file)) return [];
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return whole.map((line) => JSON.parse(line) as SecurityLogLine);
}
