import { bearerChallenge } from './bearer-challenge.js';

const resourceMetadataUrl = 'https://gate.example/.well-known/oauth-protected-resource/mcp';

describe('bearerChallenge', () => {
  it('has no error code when no token was sent (RFC 6750 §3.1)', () => {
    expect(bearerChallenge({ resourceMetadataUrl, scopes: ['mcp.access', 'read'] })).toBe(
      `Bearer scope="mcp.access read", resource_metadata="${resourceMetadataUrl}"`,
    );
  });

  it('leaves the scope out when there is none to name', () => {
    expect(bearerChallenge({ resourceMetadataUrl })).toBe(
      `Bearer resource_metadata="${resourceMetadataUrl}"`,
    );
  });

  it('names error, description and every scope', () => {
    const challenge = {
      resourceMetadataUrl,
      scopes: ['a', 'b'],
      error: 'insufficient_scope',
      description: 'Not enough.',
    } as const;
    expect(bearerChallenge(challenge)).toBe(
      'Bearer error="insufficient_scope", error_description="Not enough.", scope="a b", ' +
        `resource_metadata="${resourceMetadataUrl}"`,
    );
  });

  it.each([
    ['a "quoted" word', 'a ?quoted? word'],
    ['back\\slash', 'back?slash'],
    ['line\r\nX-Evil: 1', 'line??X-Evil: 1'],
    ['토큰', '??'],
  ])('keeps %j within the charset of RFC 6750 §3', (description, expected) => {
    const header = bearerChallenge({ resourceMetadataUrl, error: 'invalid_token', description });
    expect(header).toContain(`error_description="${expected}"`);
  });

  it.each(['a"b', 'a\nb', 'a\\b'])('drops %j, which is no scope-token', (scope) => {
    expect(bearerChallenge({ resourceMetadataUrl, scopes: [scope, 'read'] })).toContain('scope="read"');
  });
});
