// The official suite's scenarios for clients of authorization servers, of which the gateway is one: the suite is the MCP
// server behind it, and the authorization server of that.
import { join } from 'node:path';
import { runSuite } from './conformance-suites.mjs';

const VERSION = '0.2.0-alpha.12';
/** Scenarios of the suite `auth`, all of which have to pass. */
const REQUIRED = 14;
/** No part of it, but of what 2026-07-28 requires, or of extensions that the gateway has. */
const FURTHER = [
  'resource-mismatch',
  'offline-access-scope',
  'offline-access-not-supported',
  'authorization-server-migration',
  'iss-supported',
  'iss-not-advertised',
  'iss-supported-missing',
  'iss-wrong-issuer',
  'iss-unexpected',
  'iss-normalized',
  'metadata-issuer-mismatch',
  'client-credentials-jwt',
  'client-credentials-basic',
];

/** Whether all pass. */
export async function runClientScenarios(work) {
  const command = `${process.execPath} ${join(import.meta.dirname, 'conformance-connector.mjs')}`;
  const run = (...args) =>
    runSuite(VERSION, ['client', '--command', command, '-o', join(work, 'client'), ...args]);
  const suite = await run('--suite', 'auth');
  const passed = [...suite.text.matchAll(/^✓ auth\/[\w-]+:/gm)].length;
  const failed = [];
  for (const name of FURTHER) {
    const { code, text } = await run('--scenario', `auth/${name}`);
    if (code !== 0) failed.push(text);
  }
  const complete = suite.code === 0 && passed === REQUIRED && failed.length === 0;
  const further = `${FURTHER.length - failed.length}/${FURTHER.length}`;
  console.log(
    `${complete ? 'passed' : 'FAILED'}  client --suite auth: ${passed}/${REQUIRED}, further ${further}`,
  );
  if (!complete) console.log([suite.text, ...failed].join('\n'));
  return complete;
}
