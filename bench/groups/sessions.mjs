import { bearer, mcpSdk1 } from '../contestants/floors.mjs';
import { gatehouse } from '../contestants/gatehouse.mjs';
import { createKeys } from '../lib/keys.mjs';
import { openSession } from '../lib/mcp-requests.mjs';
import { table } from '../lib/report.mjs';

const SESSIONS = 1_000;
const AT_ONCE = 10;
const KIBIBYTE = 1024;

/** Live heap of an open, idle 2025-era session, after a forced collection. */
export const sessions = {
  title: `Memory of ${SESSIONS.toLocaleString('en')} open 2025-era sessions`,
  async run({ tool }) {
    const contestants = [gatehouse.session(tool), mcpSdk1(await createKeys('RS256'))];
    const results = [];
    for (const contestant of contestants) results.push(await weigh(contestant));
    return results;
  },
  table: (results) =>
    table([
      ['', 'heap KiB/session', 'RSS KiB/session'],
      ...results.map(({ name, heap, rss }) => [name, heap.toFixed(1), rss.toFixed(1)]),
    ]),
  judge([product, base]) {
    const ratio = product.heap / base.heap;
    return [
      { met: product.heap <= 24, text: `≤ 24 KiB heap per open session: ${product.heap.toFixed(1)}` },
      { met: ratio <= 0.7, text: `heap per session ≤ 0.7 × ${base.name}: ${ratio.toFixed(2)} ×` },
    ];
  },
};

async function weigh(contestant) {
  const server = await contestant.start({ nodeFlags: ['--expose-gc'] });
  try {
    const headers = bearer(await contestant.token(server));
    await openMany(server.url, headers, AT_ONCE);
    const before = await server.usage();
    await openMany(server.url, headers, SESSIONS);
    const after = await server.usage();
    const each = (figure) => (after[figure] - before[figure]) / SESSIONS / KIBIBYTE;
    return { name: contestant.name, heap: each('heapUsed'), rss: each('rss') };
  } finally {
    await server.stop();
  }
}

async function openMany(url, headers, count) {
  for (let opened = 0; opened < count; opened += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => openSession(url, headers)));
  }
}
