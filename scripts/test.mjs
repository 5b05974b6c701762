#!/usr/bin/env node
// Runs the test suite, or the files and folders named, and closes with one line of totals.
// The embedded database always; PostgreSQL as well when TEST_DATABASE_URL names a server.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTemplate } from './database-template.mjs';
import { scanLogs } from './scan-logs.mjs';

const HELP = `Usage: npm test [-- <files or folders> …]

  TEST_DATABASE_URL   PostgreSQL server on which databases may be created; adds a second pass on it
  TEST_DATABASE       embedded or server: only that pass
  FAIL_ON_SKIP=1      a skipped test is a failure (continuous integration)`;

/** What differs between the databases; unit specs beside the sources do not. */
const DATABASE_FOLDERS = ['test/e2e', 'test/integration'];
/**
 * What meets the same on both databases and takes long, in one pass: on the server where there is one, because the
 * service starts there in half the time.
 */
const ONCE = [
  // Browsers, clients and providers of others.
  ...['clients', 'pages', 'identity-providers', 'external-issuers', 'forward-auth', 'doctor'].map(
    (each) => `e2e/${each}/`,
  ),
  // Personal data in messages, and HTTP before anything is stored.
  ...['e2e/presidio/', 'e2e/policies/', 'integration/pii/'],
  ...['e2e/errors/', 'e2e/http/', 'e2e/metadata/', 'e2e/declarations/', 'e2e/hostile/'],
  ...['e2e/mcp/', 'e2e/limits/', 'e2e/cli/upstream-declaration.'],
  ...['e2e/client-authentication/key-sets.', 'e2e/registration/hostile-metadata.'],
  ...['identity', 'identity-scopes', 'open-redirector', 'first-tabs', 'consent-resources'].map(
    (each) => `e2e/authorize/${each}.`,
  ),
  ...['e2e/authorize/authorization-requests.', 'e2e/introspection/', 'e2e/people/user-commands.'],
  ...['e2e/bearer/', 'e2e/process/settings.', 'e2e/process/tls.', 'e2e/readme/protect-your-own-tool.'],
  ...['operations-tools', 'tool-list', 'security-tools', 'oauth2-tools'].map((each) => `e2e/tools/${each}.`),
  // Servers of others; what a database keeps of them (pins, grants) is tested on both.
  ...[
    ...['protocol', 'reference-servers', 'surfaces', 'token-stays', 'callers-lists'],
    ...['questions', 'resilience', 'progress-streams', 'resumed-streams', 'late-streams', 'rate-limits'],
    ...['subscriptions', 'templates', 'broken-lists'],
  ].map((each) => `e2e/gateway/${each}.`),
].map((folder) => `test/${folder}`);
/** In the names of tests that need a server: see describeOnServer. */
const SERVER_ONLY = '[PostgreSQL server only]';
/** Tests wait for processes and for each other's answers: one worker more than there are processors. */
const WORKERS = Math.max(2, availableParallelism() + 1);

const paths = process.argv.slice(2);
if (paths.includes('--help')) {
  console.log(HELP);
  process.exit(0);
}

/** ES modules in Jest; and no early optimizing of the embedded database, see test/support/node-flags.ts. */
const NODE_FLAGS = ['--experimental-vm-modules', '--no-warnings', '--wasm-tiering-budget=100000000'];

const outputs = mkdtempSync(join(tmpdir(), 'gatehouse-tests-'));
const totals = { passed: 0, failed: 0, skipped: 0, elsewhere: 0 };
let broken = false;
const hasServer = process.env.TEST_DATABASE_URL !== undefined;
const logs = mkdtempSync(join(tmpdir(), 'gatehouse-logs-'));
const template = hasServer ? await makeTemplate(process.env.TEST_DATABASE_URL) : undefined;
for (const pass of passes()) await run(pass);
await template?.drop();
if ((await scanLogs(logs)) > 0) broken = true;
rmSync(logs, { recursive: true, force: true });
rmSync(outputs, { recursive: true, force: true });

const failOnSkip = process.env.FAIL_ON_SKIP === '1' && totals.skipped > 0;
if (failOnSkip) console.log(`${totals.skipped} tests were skipped where nothing may be skipped`);
if (totals.elsewhere > 0) console.log(`${totals.elsewhere} tests are left to the pass on a server`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`Tests: ${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(broken || totals.failed > 0 || totals.passed === 0 || failOnSkip ? 1 : 0);

function passes() {
  const only = process.env.TEST_DATABASE;
  const embedded = { database: 'embedded', paths };
  const server = { database: 'server', paths: paths.length > 0 ? paths : DATABASE_FOLDERS };
  if (only !== undefined) return [only === 'server' ? server : embedded];
  return process.env.TEST_DATABASE_URL === undefined ? [embedded] : [embedded, server];
}

async function run({ database, paths: selected }) {
  console.log(`\n# Tests on the ${database} database`);
  const output = join(outputs, `${database}.json`);
  const jest = [...NODE_FLAGS, 'node_modules/jest/bin/jest.js', `--maxWorkers=${WORKERS}`];
  if (database === 'embedded' && hasServer) {
    const left = ONCE.filter((each) => !isNamed(each, selected));
    console.log(`Left to the pass on a server: ${left.join(' ')}`);
    jest.push(...leavingOut(left));
  }
  const child = spawn(process.execPath, [...jest, '--json', `--outputFile=${output}`, ...selected], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      TEST_DATABASE: database,
      ...(template !== undefined && { TEST_DATABASE_TEMPLATE: template.name }),
      GATEHOUSE_TEST_LOGS: logs,
    },
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  count(output, code, database);
}

/** Whether somebody asked for these very tests. */
function isNamed(folder, selected) {
  return selected.some((path) => `${path}/`.startsWith(folder) || path.startsWith(folder));
}

function leavingOut(folders) {
  return ['/node_modules/', '/dist/', ...folders].map((pattern) => `--testPathIgnorePatterns=${pattern}`);
}

function pendingIn({ testResults }) {
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending');
}

/** What was not run, by the name of its group or, without one, its own. */
function nameSkipped(tests) {
  const names = tests.map(({ ancestorTitles, title }) => ancestorTitles[0] ?? title);
  for (const name of new Set(names)) {
    console.log(`skipped: ${name} (${names.filter((each) => each === name).length})`);
  }
}

function count(output, code, database) {
  try {
    const result = JSON.parse(readFileSync(output, 'utf8'));
    totals.passed += result.numPassedTests;
    totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    const pending = pendingIn(result);
    const isElsewhere = ({ fullName }) =>
      database === 'embedded' && hasServer && fullName.includes(SERVER_ONLY);
    const skipped = pending.filter((test) => !isElsewhere(test));
    nameSkipped(skipped);
    totals.elsewhere += pending.length - skipped.length;
    totals.skipped += skipped.length + result.numTodoTests;
  } catch {
    broken = true;
  }
  if (code !== 0) broken = true;
}
