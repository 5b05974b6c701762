import { InvalidClientError, InvalidRequestError } from '../../errors/oauth-errors.js';
import { FormParameters } from '../form-parameters.js';
import { clientSecretBasic } from './client-secret-basic.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const read = (authorization: string[], form = '') =>
  clientSecretBasic.read({ authorization, parameters: new FormParameters(new URLSearchParams(form)) });

describe('client_secret_basic', () => {
  it.each([
    ['plain', 'Basic', 'id:secret', 'id', 'secret'],
    ['another case of the scheme', 'bAsIc', 'id:secret', 'id', 'secret'],
    ['a colon in the secret', 'Basic', 'id:se:cret', 'id', 'se:cret'],
    ['form-encoded parts', 'Basic', 'i%3Ad:s%25+%2B', 'i:d', 's% +'],
    ['UTF-8', 'Basic', 'id:%EB%B9%84%EB%B0%80', 'id', '비밀'],
    ['every byte percent-encoded', 'Basic', '%69%64:%73%65%63%72%65%74', 'id', 'secret'],
    ['an empty secret', 'Basic', 'id:', 'id', ''],
  ])('reads %s', (_what, scheme, pair, clientId, clientSecret) => {
    expect(read([`${scheme} ${base64(pair)}`])).toEqual({
      method: 'client_secret_basic',
      clientId,
      clientSecret,
    });
  });

  it('is not used without the header', () => {
    expect(read([], 'client_id=id&client_secret=secret')).toBeUndefined();
  });

  it.each([
    ['another scheme', 'Bearer abc'],
    ['no credentials', 'Basic'],
    ['characters outside of base64', 'Basic i*d'],
    ['no colon', `Basic ${base64('id')}`],
    ['a broken percent-encoding', `Basic ${base64('id:%zz')}`],
    ['bytes that are not UTF-8', `Basic ${base64('id:%ff')}`],
  ])('refuses %s', (_what, header) => {
    expect(() => read([header])).toThrow(InvalidClientError);
  });

  it('refuses two headers', () => {
    const header = `Basic ${base64('id:secret')}`;
    expect(() => read([header, header])).toThrow(InvalidRequestError);
  });

  it('accepts the same client_id in the form and refuses another one', () => {
    const header = `Basic ${base64('id:secret')}`;
    expect(read([header], 'client_id=id')).toBeDefined();
    expect(() => read([header], 'client_id=other')).toThrow(InvalidRequestError);
  });
});
