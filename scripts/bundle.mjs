/**
 * Part of the build, after the compiler: puts the hundreds of modules a start loads into a few files, because finding,
 * reading and linking each costs more than running it. docs/adr/ says what that saves and why it is done in this way.
 *
 * What the compiler wrote stays where it is: the types, the database's thread, and the modules a developer's debugger
 * or a script of the repository loads one by one.
 */
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** The service and its command line, with the libraries: nobody else's modules run beside them. */
const PROGRAMS = {
  folder: 'programs',
  entries: { main: 'main.js', cli: 'admin/cli/main.js' },
  external: [
    // Native code.
    '@node-rs/argon2',
    // What libraries offer to work with, when it is installed. It is not.
    /^@nestjs\/(websockets|microservices|platform-express)(\/|$)/,
    /^class-(transformer|validator)$/,
    /^@fastify\/(view|multipart)$/,
    '@node-rs/xxhash',
    'pg-native',
  ],
};

/**
 * Decorators need `reflect-metadata` before the first of them runs, but the modules of a file run after the files it
 * imports from. So it gets a file of its own, which every other imports first.
 */
const METADATA = 'metadata.js';
const NOTHING = '\0nothing';

/** What a developer's own tools import: the libraries stay outside, because those tools bring the same ones. */
const LIBRARY = {
  folder: 'library',
  entries: { index: 'index.js' },
  external: /^[^./\0]/,
};

/** @param {typeof PROGRAMS | typeof LIBRARY} bundle */
async function write({ folder, entries, external }) {
  // The compiler begins with an empty folder; without it, the entries below lead to what is bundled already.
  if (existsSync(join(dist, folder))) return;
  const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(dist, file)]));
  const build = await rolldown({
    input,
    external,
    platform: 'node',
    plugins: [metadataFirst, ownLocations, librariesWithoutMaps, oneTypeorm, asciiOnly],
    onLog: (_level, { message }) => {
      throw new Error(message);
    },
  });
  await build.write({
    dir: join(dist, folder),
    chunkFileNames: '[name].js',
    // Nest, TypeORM and the logs go by the names of classes.
    keepNames: true,
    charset: 'ascii',
    comments: { legal: true, annotation: false, jsdoc: false },
    sourcemap: true,
    sourcemapExcludeSources: true,
  });
  for (const [name, file] of Object.entries(entries)) await leadTo(join(folder, `${name}.js`), file);
}

/** Writes `reflect-metadata` as a module: Node would read through a CommonJS file for names it might export. */
async function writeMetadata() {
  const build = await rolldown({ input: 'reflect-metadata', platform: 'node' });
  const file = join(dist, PROGRAMS.folder, METADATA);
  await build.write({ file, comments: { legal: true, annotation: false, jsdoc: false } });
}

/**
 * Makes `file` what others have always started or imported, lead to the bundle.
 *
 * @param {string} bundled
 * @param {string} file
 */
async function leadTo(bundled, file) {
  const target = relative(dirname(file), bundled).split(sep).join('/');
  const specifier = target.startsWith('.') ? target : `./${target}`;
  await writeFile(join(dist, file), `export * from '${specifier}';\n`);
  await rm(join(dist, `${file}.map`), { force: true });
}

const metadataFirst = {
  name: 'metadata-first',
  resolveId: {
    filter: { id: /^reflect-metadata$/ },
    // What asks for it by require() runs later.
    handler: (_id, _importer, { kind }) =>
      kind === 'require-call' ? NOTHING : { id: `./${METADATA}`, external: true, moduleSideEffects: true },
  },
  load: { filter: { id: /^\0nothing$/ }, handler: () => '' },
};

/** Files beside a module are found from where the compiler put it, one folder up from every bundle. */
const ownLocations = {
  name: 'own-locations',
  transform: {
    filter: { code: /\bimport\.meta\.url\b/ },
    handler(code, id) {
      if (!id.startsWith(dist)) return null;
      const file = relative(dist, id).split(sep).join('/');
      return {
        code: code.replaceAll(/\bimport\.meta\.url\b/g, `new URL('../${file}', import.meta.url).href`),
        map: null,
      };
    },
  },
};

/** Node reads source maps at each start when asked to: those of our own modules are enough. */
const librariesWithoutMaps = {
  name: 'libraries-without-maps',
  transform: {
    filter: { id: /[\\/]node_modules[\\/]/ },
    handler: (code) => ({ code, map: { mappings: '' } }),
  },
};

/** It asks for TypeORM by a path no bundler follows, and would get a second one whose classes are others. */
const oneTypeorm = {
  name: 'one-typeorm',
  transform: {
    filter: { id: /@nestjs[\\/]typeorm[\\/]dist[\\/]common[\\/]typeorm-compat\.js$/ },
    handler(code) {
      const own = 'const require = createRequire(import.meta.url);';
      if (!code.includes(own)) throw new Error('@nestjs/typeorm loads TypeORM in another way than before');
      return { code: code.replace(own, ''), map: { mappings: '' } };
    },
  },
};

/** One letter beyond Latin-1 doubles the memory of a whole file; the bundler leaves some in templates and licences. */
const asciiOnly = {
  name: 'ascii-only',
  renderChunk: (code) => ({ code: code.replace(/[^\0-\x7f]/g, escaped), map: null }),
};

/** @param {string} unit of UTF-16 */
function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

for (const bundle of [PROGRAMS, LIBRARY]) await write(bundle);
await writeMetadata();
