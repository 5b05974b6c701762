import { publicErrorOf } from './public-error-of.js';

const failure = (message: string, code: string) => Object.assign(new Error(message), { code });

describe('publicErrorOf', () => {
  it.each([
    ['a caller who hung up', failure('aborted', 'ECONNRESET'), 400],
    ['a lost database', failure('read ECONNRESET', 'ECONNRESET'), 503],
    ['a database that is away', failure('connect ECONNREFUSED', 'ECONNREFUSED'), 503],
    ['anything else', new Error('aborted'), 500],
    ['nothing', undefined, 500],
  ])('answers %s', (_case, thrown, status) => {
    expect(publicErrorOf(thrown).status).toBe(status);
  });
});
