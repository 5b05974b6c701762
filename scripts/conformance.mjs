#!/usr/bin/env node
// Runs the official MCP conformance suites against the built service (`npm run build` first) with the conformance
// fixtures switched on. The suites need Node 22 and cannot send a token: npm brings the one, a loopback proxy adds
// the other. Everything is kept below node_modules/.cache; nothing is installed globally.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { signIn } from './conformance-person.mjs';
import { startTokenProxy } from './conformance-proxy.mjs';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, 'node_modules', '.cache', 'gatehouse-conformance');
const dist = resolve(root, process.env.GATEHOUSE_DIST ?? 'dist');
const main = join(dist, 'main.js');
const cliMain = join(dist, 'admin/cli/main.js');

/** What has to pass: the requirement sets of 0.2.x count scenarios, 0.1.16 counts checks. */
const RUNS = [
  {
    suite: '0.2.0-alpha.12',
    label: '2025-11-25',
    args: ['--requirements', '2025-11-25'],
    required: 30,
    of: scenarios,
  },
  {
    suite: '0.2.0-alpha.12',
    label: '2026-07-28',
    args: ['--requirements', '2026-07-28'],
    required: 37,
    of: scenarios,
  },
  { suite: '0.1.16', label: '0.1.16 active', args: [], required: 40, of: checks },
];
/** The scenarios for authorization servers. */
const AUTHORIZATION = { suite: '0.2.0-alpha.12', required: 2 };
/** What the suite prints when it wants a person. */
const VISIT = /complete the authentication process\.\s*\n(https?:\/\/\S+)\s*\n/;
const START_TIMEOUT_MS = 30_000;

async function run() {
  const node = await installNode();
  const work = mkdtempSync(join(tmpdir(), 'gatehouse-conformance-'));
  const service = await startService(work);
  const proxy = await startTokenProxy(service.url, await service.token());
  try {
    const verdicts = [];
    for (const plan of RUNS) verdicts.push(await runSuite(node, plan, `${proxy.url}/mcp`, work));
    verdicts.push(await runAuthorization(node, service));
    return verdicts.every(Boolean);
  } finally {
    proxy.close();
    await service.stop();
    rmSync(work, { recursive: true, force: true });
  }
}

async function runSuite(node, plan, url, work) {
  const bin = await install(`suite-${plan.suite}`, `@modelcontextprotocol/conformance@${plan.suite}`);
  const script = join(bin, '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
  const output = await capture(node, [
    script,
    'server',
    '--url',
    url,
    '-o',
    join(work, plan.label),
    ...plan.args,
  ]);
  const { passed, total } = plan.of(output.text);
  const complete = output.code === 0 && passed === plan.required && total === plan.required;
  console.log(
    `${complete ? 'passed' : 'FAILED'}  ${plan.label}: ${passed}/${total} (required ${plan.required})`,
  );
  if (!complete) console.log(output.text);
  return complete;
}

/** The scenarios for authorization servers: the suite is a client that asks for a person, who logs in and consents. */
async function runAuthorization(node, service) {
  const bin = await install(
    `suite-${AUTHORIZATION.suite}`,
    `@modelcontextprotocol/conformance@${AUTHORIZATION.suite}`,
  );
  const script = join(bin, '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
  const port = String(await freePort());
  const person = await createPerson(service);
  const client = await service.cli([
    ...['client', 'create', 'conformance-suite', '--public', '--grant-type', 'authorization_code'],
    ...[
      '--redirect-uri',
      `http://127.0.0.1:${port}/callback`,
      '--redirect-uri',
      `http://localhost:${port}/callback`,
    ],
    '--json',
  ]);
  const arguments_ = [
    'authorization',
    '--url',
    service.url,
    '--port',
    port,
    '--resource',
    `${service.url}/mcp`,
  ];
  // A public client: the suite sends no secret to a server that knows clients without one.
  const identity = ['--client-id', client.client_id];
  const output = await capture(node, [script, ...arguments_, ...identity], visitOnce(person));
  const passed = (output.text.match(/^✓ /gm) ?? []).length;
  const complete = output.code === 0 && passed === AUTHORIZATION.required;
  console.log(`${complete ? 'passed' : 'FAILED'}  authorization: ${passed}/${AUTHORIZATION.required}`);
  if (!complete) console.log(output.text);
  return complete;
}

/** Goes to the URL that the suite prints, as soon as it is printed. */
function visitOnce(person) {
  let visited = false;
  return (text) => {
    const url = visited ? undefined : VISIT.exec(text)?.[1];
    if (url === undefined) return;
    visited = true;
    signIn(url, person).catch((error) => console.error(`the person gave up: ${error.message}`));
  };
}

async function createPerson(service) {
  const person = { username: 'conformance', password: randomBytes(16).toString('base64url') };
  await service.cli(
    ['user', 'create', '--username', person.username, '--role', 'user', '--json'],
    person.password,
  );
  return person;
}

/** Of a run against a requirement set: the scenarios that count, those marked as not scored left out. */
function scenarios(text) {
  const [summary = '', unscored = ''] = (text.split('=== SUMMARY ===')[1] ?? '').split(/^Not scored/m);
  const optional = new Set([...unscored.matchAll(/^ +[✓✗] ([\w-]+)/gm)].map(([, name]) => name));
  const scored = [...summary.matchAll(/^([✓✗]) ([\w-]+):/gm)].filter(([, , name]) => !optional.has(name));
  return { passed: scored.filter(([, mark]) => mark === '✓').length, total: scored.length };
}

function checks(text) {
  const [, passed, failed] = /Total: (\d+) passed, (\d+) failed/i.exec(text) ?? [];
  return { passed: Number(passed ?? 0), total: Number(passed ?? 0) + Number(failed ?? 0) };
}

/** The service as a stranger starts it, on a free port and a fresh data folder. */
async function startService(work) {
  if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build first`);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    PORT: String(port),
    DATA_DIR: join(work, 'data'),
    LOG_DIR: join(work, 'logs'),
    LOG_LEVEL: 'warn',
    CONFORMANCE_FIXTURES: 'true',
  };
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  await untilReady(child, `${url}/health/ready`);
  return {
    url,
    token: () => requestToken(url),
    cli: (args, input) => runCli(args, env, input),
    stop: () => stop(child),
  };
}

/** The JSON answer of a command, run beside the service. */
function runCli(args, env, input = '') {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [cliMain, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.once('exit', (code) => {
      if (code === 0) done(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      else failed(new Error(`${args.slice(0, 2).join(' ')} ended with ${code}`));
    });
    child.stdin.end(input);
  });
}

async function untilReady(child, url) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await delay(100);
  }
  child.kill('SIGKILL');
  throw new Error('the service did not become ready');
}

async function stop(child) {
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

async function requestToken(url) {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'mcp-client',
    client_secret: 'secret',
    scope: 'mcp.access',
  });
  const response = await fetch(`${url}/oauth2/token`, { method: 'POST', body });
  return (await response.json()).access_token;
}

/** A Node the suites run on: this one if it is new enough, else one from npm. */
async function installNode() {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  return join(await install('node-22', 'node@22'), 'node', 'bin', 'node');
}

/** Installs a package into a folder of its own, once. Returns that folder's node_modules. */
async function install(folder, specifier) {
  const target = join(cache, folder);
  const modules = join(target, 'node_modules');
  if (existsSync(modules) && readdirSync(modules).length > 0) return modules;
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'package.json'), '{"private":true}');
  const { code, text } = await capture('npm', [
    'install',
    '--prefix',
    target,
    '--no-audit',
    '--no-fund',
    specifier,
  ]);
  if (code !== 0) throw new Error(`npm could not install ${specifier}:\n${text}`);
  return modules;
}

function capture(command, args, onText = () => undefined) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: cache, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    const keep = (chunk) => {
      chunks.push(chunk);
      onText(Buffer.concat(chunks).toString('utf8'));
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', failed);
    child.once('exit', (code) => done({ code, text: Buffer.concat(chunks).toString('utf8') }));
  });
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

mkdirSync(cache, { recursive: true });
process.exitCode = (await run()) ? 0 : 1;
