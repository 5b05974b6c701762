// @ts-check
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { unpackFolder } from './folder-pack.mjs';

/**
 * Fills the folder from the template made by the build, if it is not there yet.
 * Written beside and renamed, so that a first start that dies halfway leaves nothing that looks like a database.
 *
 * @param {string} folder
 * @param {string} template
 */
export function fillFolder(folder, template) {
  if (existsSync(folder) || !existsSync(template)) return;
  const copy = `${folder}.new`;
  rmSync(copy, { recursive: true, force: true });
  unpackFolder(template, copy);
  renameSync(copy, folder);
}

/**
 * The database makes its files writable by everybody, and a data folder that was there before may be open to all.
 *
 * @param {string} folder
 */
export function closeToOthers(folder) {
  chmodSync(folder, 0o700);
}
