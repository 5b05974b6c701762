/**
 * A load of the official client: a program of its own, which calls a tool over and over on a few connections and then
 * says how many answers it had and what CPU time each took of itself. Asked over IPC: a url and a token, then `seconds`.
 */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { performance } from 'node:perf_hooks';

const AT_ONCE = 8;
let clients = [];
let call;

process.on('message', async (question) => {
  if (question.url !== undefined) {
    call = question.call;
    const headers = question.token === undefined ? {} : { Authorization: `Bearer ${question.token}` };
    clients = await Promise.all(Array.from({ length: AT_ONCE }, () => connect(question.url, headers)));
    return process.send({});
  }
  const before = process.cpuUsage();
  const deadline = performance.now() + question.seconds * 1_000;
  const counts = await Promise.all(clients.map((client) => repeat(client, deadline)));
  const { user, system } = process.cpuUsage(before);
  return process.send({ answers: counts.reduce((sum, count) => sum + count, 0), cpuMicros: user + system });
});

async function connect(url, headers) {
  const client = new Client({ name: 'bench', version: '1.0.0' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
  return client;
}

async function repeat(client, deadline) {
  let answers = 0;
  for (; performance.now() < deadline; answers += 1) {
    const { structuredContent } = await client.callTool(call);
    if (structuredContent === undefined) throw new Error('an answer without the result of the tool');
  }
  return answers;
}
