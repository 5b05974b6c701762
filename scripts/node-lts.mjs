#!/usr/bin/env node
// Runs the end-to-end and integration tests under the Node release of the container image, which npm carries as a
// package. TEST_DATABASE_URL and TEST_DATABASE choose the database as for `npm test`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const major = /NODE_IMAGE=node:(\d+)/.exec(readFileSync('Dockerfile', 'utf8'))?.[1];
if (major === undefined) throw new Error('Dockerfile names no Node release');

const folder = resolve('node_modules/.cache/node-lts', major);
const binary = join(folder, 'node_modules/node/bin/node');
if (!existsSync(binary)) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  run('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', `node@${major}`]);
}
run(binary, ['--version']);
// The service is started some hundred times: what is compiled once need not be again.
process.env.NODE_COMPILE_CACHE ??= join(folder, 'compiled');
run(binary, ['scripts/test.mjs', 'test/e2e', 'test/integration']);

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
