import { fileURLToPath } from 'node:url';
import { check } from './check.mjs';
import { load, renewed } from './load.mjs';
import { warmUp } from './measure.mjs';
import { table } from './report.mjs';

const SHOWN = 40;
/** `dispatch` is the profiler's own start. */
const NOT_WORK = new Set(['(idle)', '(program)', '(root)', 'dispatch']);

/**
 * Loads the service under V8's sampling profiler and says which packages and functions the main thread's time went
 * to (self time).
 *
 * @param {import('../contestants/floors.mjs').Contestant} contestant
 * @param {{ seconds: number, warmUpAnswers: number }} effort
 */
export async function profile(contestant, effort) {
  const server = await contestant.start();
  try {
    const work = await contestant.prepare(server);
    await check(contestant.name, server, work);
    await warmUp({ server, work }, effort);
    const fresh = await renewed(work, effort.seconds);
    await server.ask('profile');
    const { answers, rps } = await load(server, fresh, effort.seconds);
    const samples = selfTimes(await server.ask('profiled'));
    const title = `${contestant.name}: ${Math.round(rps)} requests/s while profiled\n`;
    const tables = [packageOf, functionOf].map((keyOf) => shareTable(sumBy(samples, keyOf), answers));
    return `${title}\n${tables.join('\n')}`;
  } finally {
    await server.stop();
  }
}

/** The microseconds of each sample beside the frame that ran. */
function selfTimes({ nodes, samples, timeDeltas }) {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = samples.map((id, index) => ({ frame: frames.get(id), micros: timeDeltas[index] }));
  return times.filter(({ frame }) => !NOT_WORK.has(frame.functionName));
}

function sumBy(samples, keyOf) {
  const sums = new Map();
  for (const { frame, micros } of samples) {
    const key = keyOf(frame);
    sums.set(key, (sums.get(key) ?? 0) + micros);
  }
  return [...sums].sort(([, left], [, right]) => right - left);
}

/** An npm package, a folder of the service, or Node itself. */
function packageOf({ url }) {
  if (!url.startsWith('file:')) return 'node';
  const file = fileURLToPath(url);
  const dependency = /.*\/node_modules\/((@[^/]+\/)?[^/]+)/.exec(file);
  return dependency?.[1] ?? shortPath(file).split('/').slice(0, -1).join('/');
}

function functionOf({ functionName, url, lineNumber }) {
  const name = functionName === '' ? '(anonymous)' : functionName;
  if (url === '') return name;
  return `${name}  ${shortPath(url.startsWith('file:') ? fileURLToPath(url) : url)}:${lineNumber + 1}`;
}

function shortPath(file) {
  return file.replace(/^.*\/node_modules\//, '').replace(process.cwd(), '.');
}

function shareTable(sums, answers) {
  const total = sums.reduce((sum, [, micros]) => sum + micros, 0);
  const row = ([name, micros]) => [
    name,
    `${((100 * micros) / total).toFixed(1)} %`,
    (micros / answers).toFixed(1),
  ];
  return table([['', 'self', 'µs/req'], ...sums.slice(0, SHOWN).map(row)]);
}
