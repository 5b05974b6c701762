const ROUNDS = 9;

/** A piece of work, and how often it has to run for the processor's clock to see it. */
export interface Work {
  readonly times: number;
  readonly run: () => unknown;
}

/**
 * What one run of `work` costs this process as a multiple of one run of `floor`: the median of several rounds, each
 * with both. In processor time, which a busy machine hardly changes.
 */
export async function relativeCost(work: Work, floor: Work): Promise<number> {
  await costOf(work);
  await costOf(floor);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) ratios.push((await costOf(work)) / (await costOf(floor)));
  return ratios.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? NaN;
}

async function costOf({ times, run }: Work): Promise<number> {
  const start = process.cpuUsage();
  for (let index = 0; index < times; index += 1) await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / times;
}
