import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An UPSTREAMS_FILE with these upstreams. */
export function upstreamsFile(upstreams: readonly object[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-upstreams-')), 'upstreams.json');
  writeFileSync(file, JSON.stringify({ upstreams }));
  return file;
}
