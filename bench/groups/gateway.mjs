import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ECHO_PROGRAM, mcpProxy, mcpSdk2, sdkProxy } from '../contestants/floors.mjs';
import { accessToken, startGatehouse } from '../contestants/gatehouse.mjs';
import { LOAD_CORE, nodeOnCore } from '../lib/cores.mjs';
import { table } from '../lib/report.mjs';
import { median } from '../lib/statistics.mjs';
import { temporaryFolder } from '../lib/server-process.mjs';

const clientProgram = fileURLToPath(new URL('../lib/official-load.mjs', import.meta.url));
const ECHO = { name: 'echo', arguments: { text: 'Machine 7 reports a vibration of 3.2 mm/s since 06:00' } };
const AT_MOST = 1.5;
const WARM_UP_SECONDS = 2;

/**
 * One tool call of the official client, by the CPU time of every process it goes through. The bar: through the gateway
 * at most 1.5 × what the same call costs directly plus what a call to a tool of our own costs us.
 */
export const gateway = {
  title:
    'A tool call through the gateway (official client, 2026-07-28; CPU µs a call, by process; programs on stdio not counted)',
  async run({ rounds, seconds, tool }) {
    const upstream = await mcpSdk2().start();
    const started = [upstream];
    try {
      const product = await startWithUpstream(upstream);
      started.push(product);
      const proxy = await sdkProxy(`${upstream.url}/mcp`).start();
      started.push(proxy);
      const npmProxy = await (await mcpProxy()).start();
      started.push(npmProxy);
      const own = await accessToken(product, '/mcp');
      const relayed = await accessToken(product, '/mcp/echo');
      const program = await accessToken(product, '/mcp/program');
      const ways = [
        await way('directly', [upstream], { url: `${upstream.url}/mcp`, call: ECHO }),
        await way('our own /mcp', [product], { url: `${product.url}/mcp`, token: own, call: tool }),
        await way('through Gatehouse', [product, upstream], {
          url: `${product.url}/mcp/echo`,
          token: relayed,
          call: ECHO,
        }),
        await way('through a bare SDK proxy', [proxy, upstream], { url: `${proxy.url}/mcp`, call: ECHO }),
        await way('through Gatehouse, stdio', [product], {
          url: `${product.url}/mcp/program`,
          token: program,
          call: ECHO,
        }),
        await way('through mcp-proxy, stdio', [npmProxy], { url: `${npmProxy.url}/mcp`, call: ECHO }),
      ];
      return await inTurn(ways, rounds, seconds);
    } finally {
      for (const server of started.reverse()) await server.stop();
    }
  },
  table: (results) =>
    table([
      ['', 'client', 'in between', 'upstream', 'all'],
      ...results.map(({ name, client, between, upstream }) => [
        name,
        ...[client, between, upstream, client + between + upstream].map((micros) => micros.toFixed(0)),
      ]),
    ]),
  judge([direct, own, relayed, proxy]) {
    const sum = ({ client, between, upstream }) => client + between + upstream;
    const ratio = sum(relayed) / (sum(direct) + own.between);
    return [
      {
        met: ratio <= AT_MOST,
        text: `a call through the gateway ≤ ${AT_MOST} × (directly + our own /mcp): ${ratio.toFixed(2)} ×`,
      },
      {
        met: relayed.between < proxy.between,
        text: `the gateway costs less than a bare SDK proxy: ${(relayed.between / proxy.between).toFixed(2)} ×`,
      },
    ];
  },
};

async function startWithUpstream(upstream) {
  const file = join(await temporaryFolder(), 'upstreams.json');
  // What the tool of our own that it stands beside does.
  const rules = { scopes: ['mcp.access'], pii: { in: 'reject', out: 'mask' } };
  const upstreams = [
    { name: 'echo', url: `${upstream.url}/mcp`, private_address: true, ...rules },
    { name: 'program', command: process.execPath, args: [ECHO_PROGRAM], ...rules },
  ];
  await writeFile(file, JSON.stringify({ upstreams }));
  return startGatehouse({ env: { UPSTREAMS_FILE: file } });
}

/** @param servers what a call goes through behind the client: in between, if anything is, and the upstream */
async function way(name, servers, target) {
  const [command, args] = nodeOnCore([clientProgram], LOAD_CORE);
  const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await ask(child, target);
  await ask(child, { seconds: WARM_UP_SECONDS });
  return { name, servers, child, rounds: [] };
}

async function ask(child, question) {
  child.send(question);
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the client ended with ${code}`);
  });
  const [answer] = await Promise.race([once(child, 'message'), ended]);
  return answer;
}

async function inTurn(ways, rounds, seconds) {
  try {
    for (let round = 0; round < rounds; round += 1) for (const each of ways) await runRound(each, seconds);
  } finally {
    for (const { child } of ways) child.kill();
  }
  return ways.map(({ name, rounds: measured }) => ({
    name,
    ...Object.fromEntries(
      ['client', 'between', 'upstream'].map((of) => [of, median(measured.map((figures) => figures[of]))]),
    ),
  }));
}

async function runRound({ name, servers, child, rounds }, seconds) {
  const used = () => Promise.all(servers.map(async (server) => (await server.usage()).cpuMicros));
  const before = await used();
  const { answers, cpuMicros } = await ask(child, { seconds });
  const after = await used();
  const each = after.map((micros, index) => (micros - before[index]) / answers);
  const isDirect = name === 'directly';
  rounds.push({
    client: cpuMicros / answers,
    between: isDirect ? 0 : each[0],
    upstream: isDirect ? each[0] : (each[1] ?? 0),
  });
}
