import { InvalidRequestError } from '../errors/oauth-errors.js';
import { FormParameters } from './form-parameters.js';

const parametersOf = (form: string) => new FormParameters(new URLSearchParams(form));

describe('FormParameters', () => {
  it.each([
    ['a value', 'scope=read', 'read'],
    ['nothing for a missing one', 'other=1', undefined],
    ['nothing for an empty one (RFC 6749 §3.2)', 'scope=', undefined],
    ['a decoded value', 'scope=a+b%2Fc', 'a b/c'],
  ])('reads %s', (_what, form, expected) => {
    expect(parametersOf(form).get('scope')).toBe(expected);
  });

  it.each(['scope=a&scope=b', 'scope=&scope=', 'scope=a&scope=a'])('refuses %s', (form) => {
    expect(() => parametersOf(form).get('scope')).toThrow(InvalidRequestError);
  });

  it('keeps repeated values where they are allowed, without the empty ones', () => {
    expect(parametersOf('resource=a&resource=&resource=b').getAll('resource')).toEqual(['a', 'b']);
  });

  it.each(['__proto__', 'constructor', 'toString'])('knows no parameter %s that was not sent', (name) => {
    expect(parametersOf('scope=read').get(name)).toBeUndefined();
  });
});
