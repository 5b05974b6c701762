#!/usr/bin/env node
// Runs the official MCP conformance suites against the built service (`npm run build` first) with the conformance
// fixtures switched on: directly, and through a second service that relays to the first; and the gateway as a client of
// authorization servers. The suites cannot send a token; a loopback proxy adds it.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runClientScenarios } from './conformance-client.mjs';
import { signIn } from './conformance-person.mjs';
import { startTokenProxy } from './conformance-proxy.mjs';
import { freePort, startService } from './conformance-service.mjs';
import { runSuite } from './conformance-suites.mjs';

const NEWEST = '0.2.0-alpha.12';
/** What has to pass: the requirement sets of 0.2.x count scenarios, 0.1.16 counts checks. */
const LEGACY = requirementSet('2025-11-25', 30);
const STATELESS = requirementSet('2026-07-28', 37);
const OLD_SUITE = { suite: '0.1.16', label: '0.1.16 active', args: [], required: 40, of: checks };
/** The gateway asks its upstream by either generation; the suites are of either too. */
const RELAYED = [
  { name: 'newest', revision: 'auto', plans: [LEGACY, STATELESS] },
  { name: 'older', revision: 'legacy', plans: [LEGACY, OLD_SUITE] },
];
/** The scenarios for authorization servers. */
const AUTHORIZATION = { suite: NEWEST, required: 2 };
/** What the suite prints when it wants a person. */
const VISIT = /complete the authentication process\.\s*\n(https?:\/\/\S+)\s*\n/;

async function run() {
  const work = mkdtempSync(join(tmpdir(), 'gatehouse-conformance-'));
  const started = [];
  const keep = (service) => (started.push(service), service);
  try {
    const service = keep(await startService(join(work, 'direct'), { CONFORMANCE_FIXTURES: 'true' }));
    const token = await service.token();
    const [direct, relayed] = await Promise.all([
      runDirect(service, token, work),
      startGateway(join(work, 'gateway'), service, token).then((gateway) => runRelayed(keep(gateway), work)),
    ]);
    return [...direct, ...relayed].every(Boolean);
  } finally {
    await Promise.all(started.map((service) => service.stop()));
    rmSync(work, { recursive: true, force: true });
  }
}

async function runDirect(service, token, work) {
  const verdicts = await runPlans([LEGACY, STATELESS, OLD_SUITE], { service, token, path: '/mcp', work });
  verdicts.push(await runAuthorization(service));
  verdicts.push(await runClientScenarios(work));
  return verdicts;
}

async function runRelayed(gateway, work) {
  const token = await gateway.token();
  const verdicts = [];
  for (const { name, revision, plans } of RELAYED) {
    const by = ` through the gateway (${revision})`;
    const target = { service: gateway, token, path: `/mcp/${name}`, work: join(work, name), by };
    verdicts.push(...(await runPlans(plans, target)));
  }
  return verdicts;
}

/** A second service with the first behind it. */
function startGateway(folder, upstream, token) {
  const file = `${folder}-upstreams.json`;
  const upstreams = RELAYED.map(({ name, revision }) => ({
    name,
    revision,
    url: `${upstream.url}/mcp`,
    private_address: true,
    identity: 'static',
    credential_env: 'UPSTREAM_CREDENTIAL',
    scopes: ['mcp.access'],
    pii: 'keep',
    merged: false,
    ...(revision === 'legacy' && { asks: ['elicitation', 'sampling', 'roots'] }),
  }));
  writeFileSync(file, JSON.stringify({ upstreams }));
  return startService(folder, { UPSTREAMS_FILE: file, UPSTREAM_CREDENTIAL: `Bearer ${token}` });
}

/** The suites one after the other, as a client with the token. */
async function runPlans(plans, { service, token, path, work, by = '' }) {
  const proxy = await startTokenProxy(service.url, token);
  try {
    const verdicts = [];
    for (const plan of plans) verdicts.push(await runPlan(plan, `${proxy.url}${path}`, work, by));
    return verdicts;
  } finally {
    proxy.close();
  }
}

async function runPlan(plan, url, work, by) {
  const output = await runSuite(plan.suite, [
    'server',
    '--url',
    url,
    '-o',
    join(work, plan.label),
    ...plan.args,
  ]);
  const { passed, total } = plan.of(output.text);
  const complete = output.code === 0 && passed === plan.required && total === plan.required;
  return tell(complete, `${plan.label}${by}: ${passed}/${total} (required ${plan.required})`, output.text);
}

/** The scenarios for authorization servers: the suite is a client that asks for a person, who logs in and consents. */
async function runAuthorization(service) {
  const port = String(await freePort());
  const person = await createPerson(service);
  const client = await service.cli([
    ...['client', 'create', 'conformance-suite', '--public', '--grant-type', 'authorization_code'],
    ...['--redirect-uri', `http://127.0.0.1:${port}/callback`],
    ...['--redirect-uri', `http://localhost:${port}/callback`],
    '--json',
  ]);
  // A public client: the suite sends no secret to a server that knows clients without one.
  const args = [
    'authorization',
    ...['--url', service.url, '--port', port, '--resource', `${service.url}/mcp`],
    ...['--client-id', client.client_id],
  ];
  const output = await runSuite(AUTHORIZATION.suite, args, visitOnce(person));
  const passed = (output.text.match(/^✓ /gm) ?? []).length;
  const complete = output.code === 0 && passed === AUTHORIZATION.required;
  return tell(complete, `authorization: ${passed}/${AUTHORIZATION.required}`, output.text);
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

function tell(complete, what, said) {
  console.log(`${complete ? 'passed' : 'FAILED'}  ${what}`);
  if (!complete) console.log(said);
  return complete;
}

function requirementSet(label, required) {
  return { suite: NEWEST, label, args: ['--requirements', label], required, of: scenarios };
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

process.exitCode = (await run()) ? 0 : 1;
