import { protectError } from './protect-error.js';

const VALUE = 'hong@example.com';

function chain(length: number): Error {
  const first = new Error(`about ${VALUE}`);
  return Array.from({ length }).reduce<Error>((cause) => new Error('outside', { cause }), first);
}

function toldBy(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return `${error.message} ${error.stack} ${toldBy(error.cause)}`;
}

describe('protectError', () => {
  const mask = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(VALUE, '****'));

  it.each([0, 1, 6, 7, 8, 30])('leaves nothing readable in an error with %d more around it', (length) => {
    const error = chain(length);
    expect(protectError(error, mask)).toBe(error);
    expect(toldBy(error)).not.toContain(VALUE);
  });

  it('keeps causes that are no errors', () => {
    expect(protectError(new Error('a', { cause: 5 }), mask)).toMatchObject({ message: 'a', cause: 5 });
  });

  it('ends where causes go round in circles', () => {
    const error = new Error(VALUE) as Error & { cause: unknown };
    error.cause = error;
    protectError(error, mask);
    expect(error.message).toBe('****');
  });
});
