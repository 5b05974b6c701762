import { PiiAnalyzer } from '../analyzer.js';

const analyzer = new PiiAnalyzer();
const OTHERS = new Set(['EMAIL', 'IP_ADDRESS', 'PERSON', 'DATE_OF_BIRTH']);

function found(text: string): string[] {
  return analyzer
    .scan(text)
    .filter(({ entityType }) => !OTHERS.has(entityType))
    .map(({ entityType, start, end }) => `${entityType} ${text.slice(start, end)}`);
}

describe('numbers that their label tells', () => {
  it.each([
    ['Mob: 9812345670', ['PHONE 9812345670']],
    ['mob 98451 20367', ['PHONE 98451 20367']],
    ['c: 312.555.4482', ['PHONE 312.555.4482']],
    ['Alt phone 020-2741 9903', ['PHONE 020-2741 9903']],
    ['My alternate no. is 0484-2367710', ['PHONE 0484-2367710']],
    ['tel 01-271 8890', ['PHONE 01-271 8890']],
    ['mail a@b.ie / 01 671 2204', ['PHONE 01 671 2204']],
    ['<span>(852) 9310 4471</span>', ['PHONE (852) 9310 4471']],
    ['phone 07700902 115', ['PHONE 07700902 115']],
    ["phone='0 533 207 41 66'", ['PHONE 0 533 207 41 66']],
    ['tel +1 (503) 204 - 7719', ['PHONE +1 (503) 204 - 7719']],
    ['old phone is 9412 7730', ['PHONE 9412 7730']],
    ['demat linked a/c 502118347', ['BANK_ACCOUNT 502118347']],
    ['BSB 033-088 Acc 41207736', ['BANK_ACCOUNT 41207736']],
    ['or bank 0117730248', ['BANK_ACCOUNT 0117730248']],
    ['NI: KL-40-22-17-B', ['UK_NINO KL-40-22-17-B']],
    ['ur NI TS 14 33 08 A due', ['UK_NINO TS 14 33 08 A']],
    ['Aadhaar linked: 612340987651', ['IN_AADHAAR 612340987651']],
    ['Medicare [ 2950 4418 2 1 ]', ['AU_MEDICARE 2950 4418 2 1']],
    ['surname=ROE; dob=1990-01-02; doc_no=EK5520193', ['PASSPORT EK5520193']],
    ['passeport 14AB12345', ['PASSPORT 14AB12345']],
    ['Washington DL WDLPQRS207AB', ['US_DRIVER_LICENSE WDLPQRS207AB']],
    ['SSN 987-65-4320', ['US_SSN 987-65-4320']],
    ['휴대폰: 0 1 0 - 5 5 1 2 - 8 8 3 4\n', ['PHONE 0 1 0 - 5 5 1 2 - 8 8 3 4']],
    ['TEL 0 2 - 5 5 8 - 1 2 0 4', ['PHONE 0 2 - 5 5 8 - 1 2 0 4']],
    ['성명 홍 8 2 0 3 1 1 - 2 4 4 1 0 5 5', ['KR_RRN 8 2 0 3 1 1 - 2 4 4 1 0 5 5']],
    ['móvil 612 345 678', ['PHONE 612 345 678']],
    ['예약 상담 1577-2094', ['PHONE 1577-2094']],
    ['제 번호는 010 2244 9918이에요', ['PHONE 010 2244 9918']],
    ['법인번호는요?\n민수 [3:26 PM]: 134511-0048811', ['KR_CRN 134511-0048811']],
    ['Corp. reg. no.: 134511-0048811', ['KR_CRN 134511-0048811']],
    ["what's your number?\nJo: 07700 900118", ['PHONE 07700 900118']],
    ['주민번호 칠이공삼일오에 일공오이칠사일이요', ['KR_RRN 칠이공삼일오에 일공오이칠사일']],
    ['TFN 48 207 1931', ['AU_TFN 48 207 1931']],
    ['텍사스 면허 20481937', ['US_DRIVER_LICENSE 20481937']],
    ['{"bsb":"062-000","account_number":"412077"}', ['BANK_ACCOUNT 412077']],
    ['카드번호 45391488 03436467', ['CREDIT_CARD 45391488 03436467']],
    ['Your confirmation was sent. My number is 415-555-0132', ['PHONE 415-555-0132']],
    ['Gift tag wrong. Maria 646-555-0132', ['PHONE 646-555-0132']],
    ['receipt printer support line 800-555-0199', ['PHONE 800-555-0199']],
    ['Parcel driver 07700 900123', ['PHONE 07700 900123']],
    ['Container yard, gate 3, 646-555-0132', ['PHONE 646-555-0132']],
    ['담당자번호는 1577-2345', ['PHONE 1577-2345']],
    ['보호자번호는 031-345-6789', ['PHONE 031-345-6789']],
    ['제 번호는 1577-2345', ['PHONE 1577-2345']],
    ['Account number 448120, transit 00412', ['BANK_ACCOUNT 448120']],
  ])('are found in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'Tracking no. 1Z 4E7 AB2 01 3390 4471',
    'Case 02-11873301: thermostat',
    'week 22: 04 12 19 27 38',
    'docs/2024/00613',
    'routing 091000019',
    'phone 103.87.56.14',
    'Document no. AB1234567 of the invoice',
    'at 2024-0501 and 4471902 units',
    'c: 0.05',
    'open from 02 and 14 daily',
    '승인번호는 30188274입니다',
    '티켓 번호는 1042-887-311입니다',
    '쿠폰번호는 0712-334-455예요',
    'bag tags 0125 482917 and 0125 482918',
    'booking ref 0161 882734',
    'parcel 0125 482917',
    'voucher code is 0161 882734',
    'waybill\n0161 882734',
    '과제번호 1577-2345 문의',
    '모델 1577-2345 수리',
    '0 1 0 . 1 1 0 0 . 1 0 1 0',
    'Account number 448120 in transit',
    '안내 1899-1910 역사',
    '규격 1600-1200',
    '0 1 0 1 1 0 0 1 0 1 1',
    'account number 412077 at the gym',
    '전화 주문 되나요?\n30188274',
  ])('are not seen in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
