import {
  InvalidBearerRequestError,
  InvalidTokenError,
  MissingTokenError,
  type BearerError,
} from '../challenges/bearer-errors.js';
import { bearerCredential } from './bearer-credential.js';

const challenge = { resourceMetadataUrl: 'https://gate.example/.well-known/oauth-protected-resource' };
const read = (rawHeaders: string[], url = '/hello') => bearerCredential({ rawHeaders, url }, challenge);

function refusal(rawHeaders: string[], url?: string): BearerError {
  try {
    read(rawHeaders, url);
  } catch (error) {
    return error as BearerError;
  }
  throw new Error('was accepted');
}

describe('bearerCredential', () => {
  it.each([
    ['Authorization', 'Bearer abc.def-1_2~+/=='],
    ['authorization', 'bearer abc.def-1_2~+/=='],
    ['AUTHORIZATION', 'BEARER   abc.def-1_2~+/=='],
  ])('reads %s: %s, whatever the case', (name, value) => {
    expect(read(['Host', 'x', name, value])).toBe('abc.def-1_2~+/==');
  });

  it.each([
    ['no header', []],
    ['another scheme', ['Authorization', 'Basic bWNwLWNsaWVudDpzZWNyZXQ=']],
    ['a scheme that only begins alike', ['Authorization', 'BearerX abc']],
    ['an empty header', ['Authorization', '']],
    ['a header of another name', ['X-Authorization', 'Bearer abc', 'Proxy-Authorization', 'Bearer abc']],
  ])('%s is no token: 401 without an error code', (_case, headers) => {
    const error = refusal(headers);
    expect(error).toBeInstanceOf(MissingTokenError);
    expect(error.status).toBe(401);
    expect(error.headers['WWW-Authenticate']).not.toContain('error');
  });

  it.each([
    'Bearer',
    'Bearer ',
    'bearer a b',
    'Bearer a,b',
    'Bearer "abc"',
    'Bearer ab=c',
    'Bearer 토큰',
    'Bearer a\tb',
  ])('%j is malformed: 400 invalid_request (RFC 6750 §3.1)', (value) => {
    const error = refusal(['Authorization', value]);
    expect(error).toBeInstanceOf(InvalidBearerRequestError);
    expect(error.status).toBe(400);
    expect(error.headers['WWW-Authenticate']).toContain('error="invalid_request"');
  });

  it.each([
    ['twice the same', ['Authorization', 'Bearer a', 'Authorization', 'Bearer a']],
    ['two different', ['Authorization', 'Bearer a', 'authorization', 'Bearer b']],
    ['Bearer and Basic', ['Authorization', 'Bearer a', 'Host', 'x', 'AUTHORIZATION', 'Basic YTpi']],
  ])('two Authorization headers, %s, prove nothing: 401', (_case, headers) => {
    const error = refusal(headers);
    expect(error).toBeInstanceOf(InvalidTokenError);
    expect(error.status).toBe(401);
  });

  it('never reads a token from the URL', () => {
    expect(refusal([], '/hello?access_token=abc')).toBeInstanceOf(MissingTokenError);
  });

  it.each(['/hello?access_token=abc', '/hello?a=1&access_token=abc', '/hello?access_token'])(
    'refuses %s beside a header: two methods (RFC 6750 §2)',
    (url) => {
      expect(refusal(['Authorization', 'Bearer abc'], url)).toBeInstanceOf(InvalidBearerRequestError);
    },
  );

  it.each(['/hello?my_access_token=abc', '/hello?access_tokens=1', '/access_token=1'])(
    'does not mind %s',
    (url) => {
      expect(read(['Authorization', 'Bearer abc'], url)).toBe('abc');
    },
  );
});
