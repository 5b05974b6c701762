import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { report } from './command-error.js';
import { print, type Answer } from './output.js';
import { withServices } from './with-services.js';

/**
 * Makes a commander action of a function that needs services and returns an answer.
 *
 * @param moduleOf loads the module with the services; the command line's own unless given.
 */
export function serve<Arguments extends unknown[]>(
  work: (services: INestApplicationContext, ...args: Arguments) => Promise<Answer>,
  moduleOf?: () => Promise<object>,
): (...args: [...Arguments, ...unknown[]]) => Promise<void> {
  return async (...args) => {
    const command = args.at(-1) as Command;
    const asJson = command.optsWithGlobals<{ json?: boolean }>().json === true;
    try {
      const answer = (services: INestApplicationContext) => work(services, ...(args as unknown as Arguments));
      print(await withServices(answer, await moduleOf?.()), asJson);
    } catch (error) {
      report(error, asJson);
    }
  };
}
