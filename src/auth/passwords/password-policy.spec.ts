import { loadConfiguration } from '../../config/index.js';
import { generatePassword, PasswordPolicy, WeakPasswordError } from './password-policy.js';

const policy = new PasswordPolicy(loadConfiguration({}));
const alice = { username: 'alice.kim', email: 'mail-of-alice@example.org' };
const decomposed = (text: string) => text.normalize('NFD');

describe('PasswordPolicy', () => {
  it.each([
    ['a sentence', 'the tram was late again'],
    ['one of twelve characters', 'tram9 late!x'],
    ['Korean of twelve syllables', '오늘도전차가늦게왔습니다네'],
    ['the same as a keyboard sends its jamo', decomposed('오늘도전차가늦게왔습니다네')],
    ['256 characters', 'tram late '.repeat(26).slice(0, 256)],
    ['characters beyond the BMP', '🚋late🚋again🚋x'],
    ['digits alone, in no order', '839204710385'],
    ['a common word among others', 'password of a tram driver'],
    ['the username among others', 'alice.kim rides the tram'],
    ['two letters of a sequence', 'abxyqwtramlatre'],
  ])('takes %s', (_what, password) => {
    expect(policy.weaknessOf(password, alice)).toBeUndefined();
  });

  it.each([
    ['nothing', '', 'too_short'],
    ['eleven characters', 'tram9 late!', 'too_short'],
    ['eleven syllables, however many jamo', decomposed('오늘도전차가늦게왔습니'), 'too_short'],
    ['six characters of two code units each', '🚋🚌🚎🚐🚑🚒', 'too_short'],
    ['257 characters', 'tram late '.repeat(26).slice(0, 257), 'too_long'],
    ['a megabyte', 'x'.repeat(1_000_000), 'too_long'],
    ['a line break', 'the tram was\nlate', 'control_character'],
    ['a null character', 'the tram was\0late', 'control_character'],
    ['the username with digits', 'Alice.Kim2026!', 'about_the_person'],
    ['the e-mail address', 'mail-of-alice@example.org', 'about_the_person'],
    ['its local part in signs', '!!Mail-of-Alice!!', 'about_the_person'],
    ['the username twice', 'alice.kim-alice.kim', 'about_the_person'],
    ['a common word with digits', 'Password2026!', 'common'],
    ['common words in a row', 'welcome-admin-1234', 'common'],
    ['a Korean word on an English keyboard', 'qlalfqjsgh12', 'common'],
    ['a Korean word', '비밀번호123456789', 'common'],
    ['full-width letters, which are the same word', 'ｐａｓｓｗｏｒｄ１２３４５', 'common'],
    ['one character', 'aaaaaaaaaaaaa', 'common'],
    ['one unit all over', 'abc1abc1abc1', 'common'],
    ['a rising sequence', 'abcdefghijklm', 'common'],
    ['digits around the clock', '123456789012', 'common'],
    ['a falling sequence', '987654321098', 'common'],
  ])('refuses %s', (_what, password, weakness) => {
    expect(policy.weaknessOf(password, alice)).toBe(weakness);
    expect(() => policy.check(password, alice)).toThrow(WeakPasswordError);
  });

  it('tells nothing of the password in its error', () => {
    const check = () => policy.check('Password2026!', alice);
    expect(check).not.toThrow(/Password2026/);
    expect(check).toThrow(/guessed first/);
  });

  it('asks for as many characters as the operator says', () => {
    const strict = new PasswordPolicy(loadConfiguration({ PASSWORD_MIN_LENGTH: '15' }));
    expect(strict.weaknessOf('tram9 late!xyz', alice)).toBe('too_short');
    expect(strict.weaknessOf('tram9 late!xyzq', alice)).toBeUndefined();
  });

  it('makes passwords that it takes, each another, of characters that nobody mistakes', () => {
    const made = Array.from({ length: 200 }, generatePassword);
    expect(new Set(made).size).toBe(200);
    for (const password of made) {
      expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){4}[a-hjkmnp-z2-9]{5}$/);
      expect(policy.weaknessOf(password, alice)).toBeUndefined();
    }
  });
});
