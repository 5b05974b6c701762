import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { isNativeError } from 'node:util/types';
import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { ConfigurationError } from '../../../config/index.js';
import { DataEncryptionKey, KEY_BYTES, KEY_STATES, KID_PATTERN } from './data-encryption-key.js';
import { decodeKey } from './environment-keys.js';
import { KeyRing } from './key-ring.js';

const OTHERS_MAY_ACCESS = 0o077;

const keyFileSchema = z.object({
  keys: z
    .array(
      z.object({
        kid: z.string().regex(KID_PATTERN),
        version: z.int().positive(),
        state: z.enum(KEY_STATES),
        createdAt: z.iso.datetime(),
        key: z
          .string()
          .refine((encoded) => decodeKey(encoded) !== undefined, `must be ${KEY_BYTES} bytes in base64`),
      }),
    )
    .min(1),
});

type KeyFile = z.output<typeof keyFileSchema>;

/** Data encryption keys in a JSON file that only this user may read. */
export class LocalKeyFile {
  private readonly logger = new Logger(LocalKeyFile.name);

  constructor(private readonly path: string) {}

  /** @returns undefined when there is no such file. @throws ConfigurationError naming the file, never its content. */
  read(): KeyRing | undefined {
    const text = this.readText();
    if (text === undefined) return undefined;
    this.warnIfOpen();
    return this.parse(text);
  }

  /**
   * Makes the file with one new key. When another process was faster its file stays, and its key is the one returned.
   *
   * @throws ConfigurationError when the folder cannot be written.
   */
  create(now: Date): KeyRing {
    try {
      mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      if (placeNewFile(this.path, JSON.stringify(newKeyFile(now), undefined, 2))) {
        this.logger.log({ msg: 'Made a data encryption key', file: this.path });
      }
    } catch (error) {
      throw this.mistake(`cannot be made (${codeOf(error)}); set ENCRYPTION_KEYS instead`);
    }
    return this.read() ?? this.vanished();
  }

  private vanished(): never {
    throw this.mistake('vanished while it was being made');
  }

  private readText(): string | undefined {
    try {
      return readFileSync(this.path, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw this.mistake(`cannot be read (${codeOf(error)})`);
    }
  }

  /** Only a warning, because mounted volumes and Windows show modes they do not have. */
  private warnIfOpen(): void {
    if ((statSync(this.path).mode & OTHERS_MAY_ACCESS) === 0) return;
    this.logger.warn({ msg: 'The key file can be read by other users; chmod 600', file: this.path });
  }

  private parse(text: string): KeyRing {
    const file = this.parseFile(text);
    const keys = file.keys.map(
      ({ kid, version, state, key }) =>
        new DataEncryptionKey(kid, version, state, Buffer.from(key, 'base64')),
    );
    try {
      return new KeyRing(keys);
    } catch (error) {
      throw this.mistake(isNativeError(error) ? error.message : 'is not a usable key ring');
    }
  }

  private parseFile(text: string): KeyFile {
    const result = keyFileSchema.safeParse(parseJson(text));
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    throw this.mistake(`is not a key file: ${issue?.path.join('.')}: ${issue?.message}`);
  }

  private mistake(what: string): ConfigurationError {
    return new ConfigurationError([`the key file ${this.path} ${what}`]);
  }
}

function newKeyFile(now: Date): KeyFile {
  // A random kid: two installations never give one name to different keys.
  const kid = `k${randomBytes(6).toString('hex')}`;
  const key = randomBytes(KEY_BYTES).toString('base64');
  return { keys: [{ kid, version: 1, state: 'active', createdAt: now.toISOString(), key }] };
}

/** Writes beside the path and links: the file appears whole or not at all. @returns false when there was one already. */
function placeNewFile(path: string, text: string): boolean {
  const temporary = `${path}.${randomBytes(8).toString('hex')}.new`;
  try {
    writeDurably(temporary, text);
    return link(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Data is about to be encrypted under this key: it has to outlive a power cut. */
function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A link never replaces a file; a rename would, and with it the key of a process that was faster. */
function link(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    syncFolder(dirname(path));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return (isNativeError(error) && (error as NodeJS.ErrnoException).code) || 'unknown error';
}
