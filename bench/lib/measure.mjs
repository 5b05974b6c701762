import { check } from './check.mjs';
import { load, renewed } from './load.mjs';
import { median } from './statistics.mjs';

/** At most so many rounds' time is spent on warming up. */
const WARM_UP_ROUNDS = 6;

/**
 * What one contestant did: a value per round, and memory in bytes before the first request and after the last.
 *
 * @typedef {object} Measurement
 * @property {string} name
 * @property {{ rps: number, p50: number, p99: number, cpuMicros: number }[]} rounds
 * @property {number} errors
 * @property {string | undefined} firstError
 * @property {{ idle: number, after: number }} rss
 */

/**
 * Starts every contestant, checks it, then loads them in turn within each round: the order moves on by one each
 * round, so that none always follows the same neighbour.
 *
 * @param {import('../contestants/floors.mjs').Contestant[]} contestants
 * @param {{ rounds: number, seconds: number, warmUpAnswers: number }} effort
 * @returns {Promise<Measurement[]>}
 */
export async function measure(contestants, effort) {
  const entries = [];
  try {
    for (const contestant of contestants) entries.push(await enter(contestant));
    for (const entry of entries) await warmUp(entry, effort);
    for (let round = 0; round < effort.rounds; round++) {
      for (const entry of rotate(entries, round)) await runRound(entry, effort.seconds);
    }
    return await Promise.all(entries.map(conclude));
  } finally {
    for (const { server } of entries) await server.stop();
  }
}

async function enter(contestant) {
  const server = await contestant.start();
  const entry = { name: contestant.name, server, rounds: [], errors: 0, firstError: undefined };
  try {
    entry.idle = (await server.usage()).rss;
    entry.work = await contestant.prepare(server);
    await check(contestant.name, server, entry.work);
    return entry;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * Loads a server until its code is compiled: by answers, because a slower contestant needs more time for as many, and
 * no longer than a few rounds.
 */
export async function warmUp({ server, work }, { seconds, warmUpAnswers }) {
  let answers = 0;
  for (let attempt = 0; attempt < WARM_UP_ROUNDS && answers < warmUpAnswers; attempt++) {
    answers += (await load(server, await renewed(work, seconds), seconds)).answers;
  }
}

async function runRound(entry, seconds) {
  const work = await renewed(entry.work, seconds);
  const before = await entry.server.usage();
  const report = await load(entry.server, work, seconds);
  const after = await entry.server.usage();
  const { rps, p50, p99 } = report;
  entry.rounds.push({ rps, p50, p99, cpuMicros: (after.cpuMicros - before.cpuMicros) / report.answers });
  entry.errors += report.errors;
  entry.firstError ??= report.firstError;
}

async function conclude({ name, server, rounds, errors, firstError, idle }) {
  return { name, rounds, errors, firstError, rss: { idle, after: (await server.usage()).rss } };
}

function rotate(entries, by) {
  const start = by % entries.length;
  return [...entries.slice(start), ...entries.slice(0, start)];
}

/** The median of one figure over a contestant's rounds. */
export function medianOf(measurement, figure) {
  return median(valuesOf(measurement, figure));
}

/** One figure of each round. */
export function valuesOf({ rounds }, figure) {
  return rounds.map((round) => round[figure]);
}
