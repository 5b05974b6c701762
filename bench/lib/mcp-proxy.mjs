import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const VERSION = '6.7.19';
const folder = fileURLToPath(new URL('../../node_modules/.cache/gatehouse-bench/mcp-proxy', import.meta.url));
const program = join(folder, 'node_modules/mcp-proxy/dist/bin/mcp-proxy.mjs');

/** The program of npm's `mcp-proxy`, brought once into a folder of its own: nothing but the bench needs it. */
export async function mcpProxyProgram() {
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  const where = ['--prefix', folder, '--no-audit', '--no-fund'];
  await promisify(execFile)('npm', ['install', ...where, `mcp-proxy@${VERSION}`], { cwd: folder });
  return program;
}
