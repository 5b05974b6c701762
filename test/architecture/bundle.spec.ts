import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve } from 'node:path';

const PROGRAMS = resolve(process.env['GATEHOUSE_DIST'] ?? 'dist', 'programs');
const STATIC = /^(?:import|export) (?:.* from )?"([^"]+)";$/gm;
const ON_DEMAND = /\b(?:import|\w*require(?:\$\d+)?|createRequire\(.*\))\("([^"]+)"\)/g;

/** What the bundled programs load from elsewhere, in the order of the alphabet. */
function loadedBy(pattern: RegExp): string[] {
  const texts = readdirSync(PROGRAMS)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(PROGRAMS, name), 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''));
  return [...new Set(names)].filter((name) => !name.startsWith('.') && !isBuiltin(name)).sort();
}

describe('the bundled programs', () => {
  it('load at their start no library from elsewhere but native code', () => {
    expect(loadedBy(STATIC)).toEqual(['@node-rs/argon2']);
  });

  it('load on demand no library that is in them, whose classes would be others', () => {
    expect(loadedBy(ON_DEMAND)).toEqual([
      ...['@fastify/multipart', '@fastify/view'],
      ...['@nestjs/microservices', '@nestjs/microservices/microservices-module.js'],
      ...['@nestjs/platform-express', '@nestjs/websockets/socket-module.js', '@node-rs/xxhash'],
      // In texts of programs that Ajv would write to files.
      ...['ajv-formats/dist/formats', 'ajv/dist/runtime/validation_error'],
      ...['class-transformer', 'class-validator'],
      ...['libphonenumber-js/core', 'libphonenumber-js/min/metadata'],
      ...['pg-native', 'swagger-ui-dist/absolute-path.js'],
    ]);
  });
});
