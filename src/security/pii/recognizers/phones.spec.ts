import { valuesOf } from '../../../../test/support/found-people.js';

const phones = (text: string) => valuesOf('PHONE', text);

/** Numbers (between ‹ and ›) as each country writes them, and what only looks like one. */
const COUNTRIES: Readonly<
  Record<string, { readonly hits: readonly string[]; readonly misses: readonly string[] }>
> = {
  Japan: {
    hits: [
      ...['電話番号：‹090-1234-5678›', '携帯 ‹080-9876-5432› まで', '‹070-1234-5678›', '‹090-1234-5678›'],
      ...['TEL ‹03-3580-3311›(代表)', '‹03-3580-3311›', '電話 ‹(03)3580-3311›', '連絡先：‹06-6123-4567›'],
      ...['お問い合わせ ‹0120-123-456›', '電話 ‹045-123-4567›', '電話 ‹0422-12-3456›', '携帯：‹09012345678›'],
      ...['‹+81 90-1234-5678›', '‹+81-3-3580-3311›', '電話：‹０９０－１２３４－５６７８›'],
    ],
    misses: [
      ...[
        '注文番号 090-1234-567890',
        '09012345678',
        '090-1234-56789',
        '伝票番号 090-1234-5678',
        '0422-12-3456',
      ],
      ...['マイナンバー 1234 5678 9018', '090.1', '2026-03-3580'],
    ],
  },
  China: {
    hits: [
      ...['我的手机号是‹13812345678›，请联系我。', '联系电话：‹139-1234-5678›', '手機 ‹186 1234 5678›'],
      ...[
        '‹+86 139-1234-5678›',
        '‹+8613912345678›',
        '电话：‹86-13912345678›',
        'mobile ‹13812345678›',
        '微信 ‹19912345678›',
      ],
    ],
    misses: [
      '13812345678',
      '手机 12812345678',
      '订单号 13812345678',
      '手机号 138123456789',
      '手机 1381234567',
    ],
  },
  'the United States': {
    hits: [
      'call ‹(212) 555-0147›',
      '‹212-555-0147›',
      '‹+1 415-555-2671›',
      'phone ‹2125550147›',
      'cell: ‹1-212-555-0147›',
      '‹415-555-2671›',
    ],
    misses: ['112-555-0147', '2125550147', 'version 212.555.0147', 'order 212-555-0147', '212-155-0147'],
  },
  'the United Kingdom': {
    hits: [
      '‹+44 20 7946 0958›',
      'tel ‹020 7946 0958›',
      '‹020 7946 0958›',
      'mobile ‹07700 900123›',
      '‹(020) 7946 0958›',
      'whatsapp ‹+44 7700 900 123›',
    ],
    misses: ['invoice 020 7946 0958', '020 7946', '0207 94'],
  },
  'other countries, with the prefix for calls abroad': {
    hits: [
      ...['‹0044 20 7946 0958›', '‹00 49 30 901820›', '‹001-212-555-0147›', '‹011 44 20 7946 0958›'],
      ...['phone ‹00442079460958›', 'tel. ‹0033 142685300›'],
    ],
    misses: ['00442079460958', '0000 20 7946 0958', 'serial 0044 20 7946 0958', '00 01 02 03', '00 49 30'],
  },
  'the neighbourhood': {
    hits: ['phone: ‹555-0123›', 'tel ‹867 5309›', '전화 ‹234-5678›'],
    misses: ['555-0123', 'pages 555-0123', 'phone 155-0123', 'tel 555-012', 'phone order 555-0123'],
  },
  'France and Germany': {
    hits: ['tel ‹01 42 68 53 00›', '‹+33 1 42 68 53 00›', '‹+49 30 901820›', 'Telephone ‹030 901820›'],
    misses: ['01 42 68', '42 68 53 00 11', '01/02/2026'],
  },
};

describe.each(Object.entries(COUNTRIES))('phone numbers of %s', (_country, { hits, misses }) => {
  it.each(hits)('are found exactly in %j', (marked) => {
    const value = marked.slice(marked.indexOf('‹') + 1, marked.indexOf('›'));
    expect(phones(marked.replace(/[‹›]/g, ''))).toEqual([value]);
  });

  it.each(misses)('are not seen in %j', (text) => {
    expect(phones(text)).toEqual([]);
  });
});

describe('mobile phones of Korea beside words for other things', () => {
  it.each([
    'account@dal.example 번호만 010-2774-9038로',
    '계좌 변경 요청, 010-2774-9038',
    '주문 010-27749038',
  ])('are phones in %j', (text) => {
    expect(phones(text).map((phone) => phone.replace(/-/g, ''))).toEqual(['01027749038']);
  });
});
