import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packFolder, unpackFolder } from './folder-pack.mjs';

const FILES: readonly (readonly [name: string, content: Buffer])[] = [
  ['top', Buffer.from('first')],
  ['empty', Buffer.alloc(0)],
  ['base/5/zeros', Buffer.alloc(8_192)],
  ['base/5/page', Buffer.concat([Buffer.alloc(100), Buffer.from([1]), Buffer.alloc(4_000)])],
  ['base/한글', Buffer.from([0, 255, 0])],
];

describe('A packed folder', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'gatehouse-pack-'));
    mkdirSync(join(home, 'folder/base/5'), { recursive: true });
    mkdirSync(join(home, 'folder/pg_notify'));
    for (const [name, content] of FILES) writeFileSync(join(home, 'folder', name), content, { mode: 0o666 });
    packFolder(join(home, 'folder'), join(home, 'pack'));
  });

  afterEach(() => rmSync(home, { recursive: true }));

  it('comes back byte for byte, empty folders included, and closed to others', () => {
    unpackFolder(join(home, 'pack'), join(home, 'copy'));
    for (const [name, content] of FILES) {
      expect(readFileSync(join(home, 'copy', name)).equals(content)).toBe(true);
      expect(statSync(join(home, 'copy', name)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(join(home, 'copy/pg_notify')).isDirectory()).toBe(true);
    expect(statSync(join(home, 'copy')).mode & 0o777).toBe(0o700);
  });

  it('does not hold the zeros at the end of a file', () => {
    expect(statSync(join(home, 'pack')).size).toBeLessThan(2_000);
  });

  it('is not written over what is there', () => {
    expect(() => unpackFolder(join(home, 'pack'), join(home, 'folder'))).toThrow(/EEXIST/);
  });
});
