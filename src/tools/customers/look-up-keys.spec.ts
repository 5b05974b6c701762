import { lookUpKeys, normalizeEmail, normalizeName, normalizePhone } from './look-up-keys.js';

describe('normalizePhone', () => {
  it.each([
    ['010-1234-5678', '01012345678'],
    ['010 1234 5678', '01012345678'],
    ['010.1234.5678', '01012345678'],
    ['01012345678', '01012345678'],
    ['+82 10-1234-5678', '01012345678'],
    ['+82-010-1234-5678', '01012345678'],
    ['+82 (0)10 1234 5678', '01012345678'],
    ['(+82) 10 1234 5678', '01012345678'],
    ['0082 10 1234 5678', '01012345678'],
    ['０１０-１２３４-５６７８', '01012345678'],
    ['02-123-4567', '021234567'],
    ['+82 2 123 4567', '021234567'],
  ])('%s is %s', (phone, expected) => {
    expect(normalizePhone(phone)).toBe(expected);
  });

  it.each([
    ['another country code', '+1 202-555-0182', '12025550182'],
    ['82 without a plus is an ordinary number', '82 1234 5678', '8212345678'],
  ])('near miss: %s', (_name, phone, expected) => {
    expect(normalizePhone(phone)).toBe(expected);
  });
});

describe('normalizeName and normalizeEmail', () => {
  it('ignore case, width, composition and surplus blanks', () => {
    expect(normalizeName('  John   DOE ')).toBe('john doe');
    expect(normalizeName('홍길동'.normalize('NFD'))).toBe('홍길동');
    expect(normalizeEmail(' Hong@Example.COM ')).toBe('hong@example.com');
  });
});

describe('lookUpKeys', () => {
  it.each([
    ['홍길동', { names: ['홍길동'], emails: [], phones: [] }],
    ['홍길동님', { names: ['홍길동님', '홍길동'], emails: [], phones: [] }],
    ['홍길동 씨', { names: ['홍길동 씨', '홍길동'], emails: [], phones: [] }],
    ['Mr. John Doe', { names: ['mr. john doe', 'john doe'], emails: [], phones: [] }],
    ['HONG@example.com', { names: ['hong@example.com'], emails: ['hong@example.com'], phones: [] }],
    [
      'user <hong@example.com>',
      { names: ['user <hong@example.com>'], emails: ['hong@example.com'], phones: [] },
    ],
    ['+82 10-1234-5678', { names: ['+82 10-1234-5678'], emails: [], phones: ['01012345678'] }],
    ['123456', { names: ['123456'], emails: [], phones: [] }],
    ['김씨', { names: ['김씨'], emails: [], phones: [] }],
  ])('%s', (query, expected) => {
    expect(lookUpKeys(query)).toEqual(expected);
  });
});
