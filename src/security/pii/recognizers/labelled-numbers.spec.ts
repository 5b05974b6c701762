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
  ])('are not seen in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});
