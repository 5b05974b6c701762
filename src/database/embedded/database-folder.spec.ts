import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillFolder } from './database-folder.mjs';
import { packFolder } from './folder-pack.mjs';

describe('The folder of a new database', () => {
  let home: string;
  let folder: string;
  let template: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'gatehouse-fill-'));
    folder = join(home, 'postgres');
    template = join(home, 'template.pack');
    mkdirSync(join(home, 'origin'));
    for (const name of ['PG_VERSION', 'postgresql.conf']) writeFileSync(join(home, 'origin', name), name);
    packFolder(join(home, 'origin'), template);
  });

  afterEach(() => rmSync(home, { recursive: true }));

  it('is the template, and nothing of a start that died while it was written', () => {
    mkdirSync(`${folder}.new`);
    writeFileSync(join(`${folder}.new`, 'half'), '');
    fillFolder(folder, template);
    expect(readdirSync(folder).sort()).toEqual(['PG_VERSION', 'postgresql.conf']);
    expect(existsSync(`${folder}.new`)).toBe(false);
  });

  it.each([40, -1])('does not appear when the template ends at %s', (end) => {
    writeFileSync(template, readFileSync(template).subarray(0, end));
    expect(() => fillFolder(folder, template)).toThrow();
    expect(existsSync(folder)).toBe(false);
  });

  it('is left alone when it is there', () => {
    mkdirSync(folder);
    fillFolder(folder, template);
    expect(readdirSync(folder)).toEqual([]);
  });
});
