import { existsSync, readFileSync } from 'node:fs';
import { REQUIREMENTS } from '../requirements.js';

/** The text as it stands in the source, white space aside: long titles are broken over lines. */
function source(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/\s+/g, ' ') : '';
}

describe('the requirements', () => {
  it('have an id each', () => {
    const ids = REQUIREMENTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(REQUIREMENTS)('$id ($demand) is tested', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    const missing = tests.filter(({ file, title }) => !source(file).includes(title));
    expect(missing).toEqual([]);
  });
});
