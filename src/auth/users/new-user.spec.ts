import { newUserSchema } from './new-user.js';

describe('newUserSchema', () => {
  it.each(['alice', 'alice.kim@example.org', '김철수', 'a', 'DOMAIN\\alice', 'x'.repeat(128), 'two words'])(
    'takes the username %j',
    (username) => {
      expect(newUserSchema.safeParse({ username }).success).toBe(true);
    },
  );

  it.each([
    ['nothing', ''],
    ['a space before', ' alice'],
    ['a space after', 'alice '],
    ['129 characters', 'x'.repeat(129)],
    ['a line break', 'ali\nce'],
    ['a null character', 'ali\0ce'],
    ['an invisible character', 'ali\u200bce'],
    ['a mark that turns the direction of text', 'ali\u202ece'],
    ['a number', 7],
  ])('refuses %s as a username', (_what, username) => {
    expect(newUserSchema.safeParse({ username }).success).toBe(false);
  });

  it.each([
    ['an e-mail address that is none', { email: 'alice' }],
    ['a display name of control characters', { displayName: 'a\u0007' }],
    ['a role with a space', { roles: ['the admin'] }],
    ['21 roles', { roles: Array.from({ length: 21 }, (_, index) => `role${index}`) }],
    ['a member nobody knows', { isAdmin: true }],
  ])('refuses %s', (_what, more) => {
    expect(newUserSchema.safeParse({ username: 'alice', ...more }).success).toBe(false);
  });
});
