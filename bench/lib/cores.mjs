import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Whether servers and the load generator can each have a core of their own. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

/**
 * The command line that runs `node …` on one core, or anywhere when it cannot be pinned.
 *
 * @param {string[]} nodeArguments
 * @param {number | undefined} core
 * @returns {[string, string[]]}
 */
export function nodeOnCore(nodeArguments, core) {
  if (!canPin || core === undefined) return [process.execPath, nodeArguments];
  return ['taskset', ['--cpu-list', String(core), process.execPath, ...nodeArguments]];
}
