import { Command, Option } from 'commander';
import { SigningKeys, type SigningKeyStatus, type TokenSigningAlgorithm } from '../../../auth/index.js';
import { wholeNumber } from '../options.js';
import { table, type Answer } from '../output.js';
import { serve } from '../serve.js';

interface RotateOptions {
  readonly algorithm?: TokenSigningAlgorithm;
  readonly overlap?: string;
  readonly revokeOld?: boolean;
}

/** `key list|rotate` */
export function keyCommand(): Command {
  const command = new Command('key').description('keys that sign access tokens');
  command
    .command('list')
    .description('the keys and their states; public parts only')
    .action(serve((services) => Promise.resolve(listing(services.get(SigningKeys).statuses()))));
  command
    .command('rotate')
    .description(
      'make the next key: published at once, signing after the overlap; the old one verifies until its last token dies',
    )
    .addOption(new Option('--algorithm <name>', 'only this algorithm').choices(['ES256', 'RS256', 'PS256']))
    .addOption(new Option('--overlap <seconds>', 'time until it signs; 0 = at once').conflicts('revokeOld'))
    .option('--revoke-old', 'sign with it at once and refuse what the old keys have signed: for a leaked key')
    .action(
      serve(async (services, { algorithm, overlap, revokeOld }: RotateOptions) => {
        const overlapSeconds = overlap === undefined ? undefined : wholeNumber(overlap, 0, '--overlap');
        return listing(await services.get(SigningKeys).rotate({ algorithm, overlapSeconds, revokeOld }));
      }),
    );
  return command;
}

function listing(keys: readonly SigningKeyStatus[]): Answer {
  const rows = keys.map((key) => [key.kid, key.algorithm, key.state, key.activatesAt.toISOString()]);
  return { json: keys, text: table(['kid', 'algorithm', 'state', 'signs from'], rows) };
}
