import { ServiceUnavailableError } from '../../common/problem-error.js';
import { check, CheckFailure, expectThat } from './setup-check.js';

describe('check', () => {
  it('passes with what was seen', async () => {
    expect(await check('jwks', () => '2 keys')).toEqual({ name: 'jwks', status: 'passed', detail: '2 keys' });
  });

  it.each([
    ['a complaint', new CheckFailure('no keys'), 'no keys'],
    ['an error made for the caller', new ServiceUnavailableError('try again'), 'try again'],
    ['anything else, of which nothing is told', new Error('password=hunter2'), /internal error/],
  ])('fails with %s', async (_name, error, detail) => {
    const result = await check('jwks', () => Promise.reject(error));
    expect(result.status).toBe('failed');
    expect(result.detail).toMatch(detail);
    expect(result.detail).not.toContain('hunter2');
  });
});

describe('expectThat', () => {
  it('complains unless the condition holds', () => {
    expect(() => expectThat(true, 'fine')).not.toThrow();
    expect(() => expectThat(false, 'not fine')).toThrow(new CheckFailure('not fine'));
  });
});
