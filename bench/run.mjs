import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { gatehouse } from './contestants/gatehouse.mjs';
import { code, refresh } from './groups/people.mjs';
import { gateway } from './groups/gateway.mjs';
import { hello } from './groups/hello.mjs';
import { pii } from './groups/pii.mjs';
import { sessions } from './groups/sessions.mjs';
import { start } from './groups/start.mjs';
import { token } from './groups/token.mjs';
import { session, stateless } from './groups/tools-call.mjs';
import { canPin } from './lib/cores.mjs';
import { measure } from './lib/measure.mjs';
import { readOptions, USAGE } from './lib/options.mjs';
import { profile } from './lib/profile.mjs';
import { groupTable, judge, verdictLines } from './lib/report.mjs';

const loads = { token, code, refresh, hello, stateless, session };
const others = { gateway, start, sessions, pii };

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return print(USAGE);
  if (options.profile !== undefined)
    return print(await profile(gatehouse[options.profile](options.tool), options));
  print(machine(options));
  const results = {};
  const verdicts = [];
  for (const name of options.groups) {
    const { result, met } = await (name in loads
      ? runLoad(loads[name], options)
      : runOther(others[name], options));
    results[name] = result;
    verdicts.push(...met);
  }
  print(`\nPromised\n${verdictLines(verdicts)}`);
  if (options.json !== undefined) await writeFile(options.json, JSON.stringify(results, null, 2));
}

async function runLoad(group, options) {
  const measurements = await measure(await group.contestants(options.tool), options);
  print(groupTable(group, measurements));
  return { result: measurements, met: judge(group, measurements) };
}

async function runOther(group, options) {
  const result = await group.run(options);
  print(`\n${group.title}\n${group.table(result)}`);
  return { result, met: group.judge(result) };
}

function machine({ rounds, seconds }) {
  const pinning = canPin
    ? 'servers on one core, load on another'
    : 'not pinned: CPU figures are the steadier ones';
  return `Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, ${pinning}; medians of ${rounds} × ${seconds} s\n`;
}

function print(text) {
  process.stdout.write(text);
}

await main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
