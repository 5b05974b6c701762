// The official conformance suites, each version in a folder of its own. They need Node 22, which npm brings where this
// one is older. Everything is kept below node_modules/.cache; nothing is installed globally.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const cache = resolve(
  process.env.CONFORMANCE_CACHE ??
    join(import.meta.dirname, '..', 'node_modules', '.cache', 'gatehouse-conformance'),
);
const installing = new Map();

/**
 * Runs one version of the suite.
 *
 * @param {(text: string) => void} onText called with all that it has said so far.
 * @returns {Promise<{ code: number | null, text: string }>}
 */
export async function runSuite(version, args, onText) {
  const node = await installNode();
  const modules = await install(`suite-${version}`, `@modelcontextprotocol/conformance@${version}`);
  const script = join(modules, '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
  return capture(node, [script, ...args], onText);
}

/** A Node the suites run on: this one if it is new enough, else one from npm. */
async function installNode() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  return join(await install('node-22', 'node@22'), 'node', 'bin', 'node');
}

/** Installs a package into a folder of its own, once. Resolves with that folder's node_modules. */
function install(folder, specifier) {
  if (!installing.has(folder)) installing.set(folder, installOnce(join(cache, folder), specifier));
  return installing.get(folder);
}

async function installOnce(target, specifier) {
  const modules = join(target, 'node_modules');
  if (existsSync(modules) && readdirSync(modules).length > 0) return modules;
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'package.json'), '{"private":true}');
  const options = ['--prefix', target, '--no-audit', '--no-fund'];
  const { code, text } = await capture('npm', ['install', ...options, specifier]);
  if (code !== 0) throw new Error(`npm could not install ${specifier}:\n${text}`);
  return modules;
}

function capture(command, args, onText = () => undefined) {
  mkdirSync(cache, { recursive: true });
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: cache, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    const text = () => Buffer.concat(chunks).toString('utf8');
    const keep = (chunk) => {
      chunks.push(chunk);
      onText(text());
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', failed);
    child.once('exit', (code) => done({ code, text: text() }));
  });
}
