// @ts-check
// A folder in one file: writing a few hundred files from memory takes a tenth of the time of copying them one by one.
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const LENGTH_BYTES = 4;

/**
 * What stands in front of the packed bytes: the length of this as JSON in four bytes, then this.
 *
 * @typedef {object} Contents
 * @property {string[]} folders parents before children
 * @property {PackedFile[]} files in the order of their bytes
 *
 * @typedef {object} PackedFile
 * @property {string} path
 * @property {number} size
 * @property {number} stored bytes in the pack; the rest of the file is zeros (most of a write-ahead log segment is)
 */

/**
 * Packs everything below `folder` into `file`.
 *
 * @param {string} folder
 * @param {string} file
 */
export function packFolder(folder, file) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name).slice(folder.length + 1) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const bytes = entries
    .filter(({ entry }) => entry.isFile())
    .map(({ path }) => ({ path, ...withoutTrailingZeros(readFileSync(join(folder, path))) }));
  /** @type {Contents} */
  const contents = {
    folders: entries.filter(({ entry }) => entry.isDirectory()).map(({ path }) => path),
    files: bytes.map(({ path, size, content }) => ({ path, size, stored: content.length })),
  };
  const head = Buffer.from(JSON.stringify(contents));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  writeFileSync(file, Buffer.concat([length, head, ...bytes.map(({ content }) => content)]));
}

/**
 * Writes what was packed into `folder`, which must not exist. Nobody but this user may read it.
 *
 * @param {string} file
 * @param {string} folder
 * @throws {Error} when the pack is cut short or the folder exists; it is for the caller to remove what was written
 */
export function unpackFolder(file, folder) {
  const pack = readFileSync(file);
  let start = LENGTH_BYTES + pack.readUInt32BE(0);
  /** @type {Contents} */
  const { folders, files } = JSON.parse(pack.toString('utf8', LENGTH_BYTES, start));
  const end = files.reduce((sum, { stored }) => sum + stored, start);
  if (end !== pack.length)
    throw new Error(`${file} has ${pack.length} bytes instead of ${end}: build it again`);
  for (const path of ['', ...folders]) mkdirSync(join(folder, path), { mode: 0o700 });
  for (const { path, size, stored } of files) {
    writeFile(join(folder, path), pack.subarray(start, start + stored), size);
    start += stored;
  }
}

/**
 * @param {string} path
 * @param {Buffer} content
 * @param {number} size
 */
function writeFile(path, content, size) {
  const file = openSync(path, 'wx', 0o600);
  try {
    for (let written = 0; written < content.length;) written += writeSync(file, content, written);
    if (size > content.length) ftruncateSync(file, size);
  } finally {
    closeSync(file);
  }
}

/** @param {Buffer} content */
function withoutTrailingZeros(content) {
  let end = content.length;
  while (end > 0 && content[end - 1] === 0) end--;
  return { size: content.length, content: content.subarray(0, end) };
}
