import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Where the reference servers are installed: the repository itself unless said otherwise. */
const ROOT = resolve(process.env['MCP_SERVERS_ROOT'] ?? '.');

/** Program and arguments of an official reference server on stdio. */
export function referenceServer(name: 'everything' | 'filesystem' | 'memory', ...args: string[]): string[] {
  const require = createRequire(join(ROOT, 'package.json'));
  const manifest = require.resolve(`@modelcontextprotocol/server-${name}/package.json`);
  const { bin } = require(manifest) as { bin: Record<string, string> };
  return [process.execPath, join(dirname(manifest), Object.values(bin)[0]!), ...args];
}

/** A folder with a file or two, by its real path: the server compares it so. */
export function someFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gatehouse-files-')));
  writeFileSync(join(folder, 'hello.txt'), 'Hello from a file\nsecond line\n');
  writeFileSync(join(folder, 'other.txt'), 'Another file\n');
  return folder;
}
