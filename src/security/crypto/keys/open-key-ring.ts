import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Clock } from '../../../common/clock.js';
import { Configuration } from '../../../config/index.js';
import { readEnvironmentKeys } from './environment-keys.js';
import { compareKeys, lostKeys, makeKeyCheck, type KeyCheck } from './key-check.js';
import { KeyCheckRepository } from './key-check.repository.js';
import type { KeyRing } from './key-ring.js';
import { LocalKeyFile } from './local-key-file.js';

export const KEY_FILE_NAME = 'keys.json';

/**
 * The keys of this installation: `ENCRYPTION_KEYS`, else the key file in the data folder, which the first start makes.
 * Beside a database that was encrypted before, no key is made: the old one was lost, and a new one would hide that.
 *
 * @throws ConfigurationError naming the variable or file that is wrong, never a value; also when the database was
 *   encrypted with other keys.
 */
export async function openKeyRing(
  configuration: Configuration,
  clock: Clock,
  repository: KeyCheckRepository,
): Promise<KeyRing> {
  return repository.exclusively((checks) => {
    const keyRing = readKeyRing(configuration) ?? createKeyFile(configuration, clock, checks);
    warnOfMissing(compareKeys(keyRing, checks));
    return { check: makeKeyCheck(keyRing), result: keyRing };
  });
}

function readKeyRing({ encryption, dataDir }: Configuration): KeyRing | undefined {
  return encryption.keys === undefined ? keyFileIn(dataDir).read() : readEnvironmentKeys(encryption.keys);
}

function createKeyFile({ dataDir }: Configuration, clock: Clock, checks: readonly KeyCheck[]): KeyRing {
  if (checks.length > 0) throw lostKeys(checks);
  return keyFileIn(dataDir).create(clock.now());
}

function keyFileIn(dataDir: string): LocalKeyFile {
  return new LocalKeyFile(join(dataDir, KEY_FILE_NAME));
}

function warnOfMissing(kids: readonly string[]): void {
  if (kids.length === 0) return;
  new Logger('KeyRing').warn({ msg: 'What was encrypted under these keys cannot be read any more', kids });
}
