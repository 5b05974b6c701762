import { StartRefusal } from '../../common/start-refusal.js';
/** Stops the boot: something reachable over MCP is not declared completely. */
export class UndeclaredError extends StartRefusal {
  constructor(readonly problems: readonly string[]) {
    super(`MCP declarations are not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}
