import { ServiceUnavailableError, TooManyRequestsError } from '../../common/problem-error.js';
import { toErrorText } from './oauth-error.js';
import { oauthErrorFormat } from './oauth-error-format.js';
import { InvalidClientError, InvalidTargetError } from './oauth-errors.js';

describe('oauthErrorFormat', () => {
  it.each([
    ['/oauth2/token', true],
    ['/token', true],
    ['/oauth2/anything', true],
    ['/oauth2', false],
    ['/tokens', false],
    ['/mcp', false],
  ])('speaks at %s: %s', (path, expected) => {
    expect(oauthErrorFormat.handles(path)).toBe(expected);
  });

  it.each([
    [new InvalidTargetError('No.'), 'invalid_target'],
    [new InvalidClientError('wrong_secret'), 'invalid_client'],
    [new TooManyRequestsError('Slow down.', 3), 'temporarily_unavailable'],
    [new ServiceUnavailableError('Later.'), 'temporarily_unavailable'],
  ])('gives %s the code %s', (error, code) => {
    expect(oauthErrorFormat.body(error)).toMatchObject({
      contentType: 'application/json',
      body: { error: code },
    });
  });

  it('never tells why a client was refused', () => {
    const bodies = ['unknown_client', 'wrong_secret', 'client_disabled'].map((reason) =>
      JSON.stringify(oauthErrorFormat.body(new InvalidClientError(reason))),
    );
    expect(new Set(bodies).size).toBe(1);
  });

  it.each([
    ['say "no"', "say 'no'"],
    ['a\\b', 'a?b'],
    ['line\r\nbreak', 'line??break'],
    ['비밀', '??'],
    ['plain ~!', 'plain ~!'],
  ])('keeps to the characters of RFC 6749 §5.2: %j', (text, expected) => {
    expect(toErrorText(text)).toBe(expected);
  });
});
