import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { embeddedDatabase, nestPassport } from '../contestants/floors.mjs';
import { startGatehouse } from '../contestants/gatehouse.mjs';
import { databaseServer } from '../lib/database-server.mjs';
import { createKeys } from '../lib/keys.mjs';
import { MEBIBYTE, mebibytes, table } from '../lib/report.mjs';
import { temporaryFolder } from '../lib/server-process.mjs';
import { median } from '../lib/statistics.mjs';

const NEST = 'bare Nest on Fastify, first answer';
const DATABASE = 'embedded database alone, opening a copied folder';
const EMBEDDED = 'Gatehouse, first start on a new embedded database';
const AGAIN = 'Gatehouse, second start on the same folder';
const SERVER = 'Gatehouse on a new database of a PostgreSQL server';
const SERVER_AGAIN = 'Gatehouse on a migrated database of a PostgreSQL server';

/** Time from the start of the process to its first answer, and memory then; unpinned, as on a real machine. */
export const start = {
  title: 'Start to the first answer',
  async run({ rounds }) {
    const template = await databaseTemplate();
    const samples = [];
    for (let round = 0; round < rounds; round++) samples.push(...(await oneRound(template)));
    await rm(template, { recursive: true });
    return [...new Set(samples.map(({ name }) => name))].map((name) => summary(name, samples));
  },
  table: (results) =>
    table([
      ['', 'ms', 'MiB'],
      ...results.map(({ name, milliseconds, rss }) => [name, milliseconds.toFixed(0), mebibytes(rss)]),
    ]),
  judge(results) {
    const of = (figure, name) => results.find((result) => result.name === name)?.[figure];
    const time = (name) => of('milliseconds', name);
    const rss = (name) => of('rss', name) / MEBIBYTE;
    const embedded = [
      verdict(
        time(EMBEDDED) / (time(DATABASE) + time(NEST)),
        1.5,
        '× (embedded database alone + bare Nest), first start on a new folder',
      ),
      verdict(time(EMBEDDED) / 1_000, 4, 's, first start on a new embedded database'),
      verdict(rss(AGAIN) - rss(DATABASE), 150, 'MiB above the embedded database alone'),
    ];
    if (time(SERVER_AGAIN) === undefined) return embedded;
    return [
      ...embedded,
      verdict(time(SERVER_AGAIN) / time(NEST), 2.2, '× bare Nest, start on a PostgreSQL server'),
      verdict(rss(SERVER_AGAIN), 160, 'MiB after the start, on a PostgreSQL server'),
    ];
  },
};

function verdict(value, atMost, what) {
  return { met: value <= atMost, text: `≤ ${atMost} ${what}: ${value.toFixed(2)}` };
}

async function oneRound(template) {
  const samples = [];
  const nest = nestPassport(await createKeys('ES256'), 'PEM');
  samples.push(await takeSample(NEST, await nest.start(unpinned)));
  const folder = await temporaryFolder();
  await cp(template, join(folder, 'database'), { recursive: true });
  samples.push(await takeSample(DATABASE, await embeddedDatabase({ ...unpinned, folder })));
  samples.push(...(await twoStarts(EMBEDDED, AGAIN, undefined)));
  const database = await databaseServer();
  if (database !== undefined) samples.push(...(await twoStarts(SERVER, SERVER_AGAIN, database)));
  return samples;
}

const unpinned = { pinned: false };

async function twoStarts(firstName, secondName, database) {
  const created = await database?.create();
  const first = await startGatehouse({ ...unpinned, databaseUrl: created?.url ?? null });
  const firstSample = await sampleOf(firstName, first);
  await first.exit();
  const second = await startGatehouse({
    ...unpinned,
    folder: first.folder,
    databaseUrl: created?.url ?? null,
  });
  const secondSample = await takeSample(secondName, second);
  await created?.drop();
  return [firstSample, secondSample];
}

async function takeSample(name, server) {
  const sample = await sampleOf(name, server);
  await server.stop();
  return sample;
}

async function sampleOf(name, server) {
  const { rss } = await server.usage();
  return { name, milliseconds: server.readyAfterMs, rss };
}

function summary(name, samples) {
  const own = samples.filter((sample) => sample.name === name);
  const middle = (figure) => median(own.map((sample) => sample[figure]));
  return { name, milliseconds: middle('milliseconds'), rss: middle('rss') };
}

async function databaseTemplate() {
  const folder = await temporaryFolder();
  const database = await PGlite.create(folder);
  await database.close();
  return folder;
}
