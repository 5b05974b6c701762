import { PiiAnalyzer } from '../analyzer.js';

const analyzer = new PiiAnalyzer();

/** What is found as an account, and how surely. */
function accounts(text: string): [value: string, score: number][] {
  return analyzer
    .scan(text)
    .filter(({ entityType }) => entityType === 'BANK_ACCOUNT')
    .map(({ start, end, score }) => [text.slice(start, end), score]);
}

const SURE = 0.95;

describe('accounts in the groups of their bank', () => {
  it.each([
    ['국민 482902-01-193847', '482902-01-193847'],
    ['KB국민은행 계좌번호: 482902-01-193847', '482902-01-193847'],
    ['신한 110-382-772910', '110-382-772910'],
    ['우리은행 1002-345-678901로 환불 바랍니다', '1002-345-678901'],
    ['하나 123-456789-01234', '123-456789-01234'],
    ['농협 302-1182-3847-21', '302-1182-3847-21'],
    ['NH농협은행: 301-01-123456', '301-01-123456'],
    ['기업은행 010-123456-01-012', '010-123456-01-012'],
    ['IBK 010-123456-01-012', '010-123456-01-012'],
    ['카카오뱅크 3333-05-1827364', '3333-05-1827364'],
    ['토스뱅크 1000-2938-4471', '1000-2938-4471'],
    ['케이뱅크 100-123-456789', '100-123-456789'],
    ['새마을금고 9002-1234-5678-1', '9002-1234-5678-1'],
    ['우체국 012345-02-678901', '012345-02-678901'],
    ['부산은행 101-2034-5678-01', '101-2034-5678-01'],
    ['110-382-772910 (신한)', '110-382-772910'],
    ['3333-05-1827364 카카오뱅크', '3333-05-1827364'],
  ])('are sure in %j', (text, value) => {
    expect(accounts(text)).toEqual([[value, SURE]]);
  });

  it.each([
    ['신한은행 482902-01-193847', '482902-01-193847'],
    ['국민은행 110-382-772910', '110-382-772910'],
    ['계좌 1002-345-678901', '1002-345-678901'],
  ])('are accounts all the same in %j, where the groups are not those of the bank', (text, value) => {
    const [[found, score] = ['', 0]] = accounts(text);
    expect(found).toBe(value);
    expect(score).toBeLessThan(SURE);
  });

  it.each([
    '1002-345-678901',
    '우리 동네 1002-345-678901',
    '하나 2024-123456-01234',
    '하나 1002-345-678901',
    '우리 주문번호 1002-345-678901',
    '대우리 1002-345-678901',
    'OK 100-123-456789',
  ])('are not seen in %j', (text) => {
    expect(accounts(text)).toEqual([]);
  });
});
