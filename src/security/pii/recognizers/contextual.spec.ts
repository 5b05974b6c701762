import { PiiAnalyzer } from '../analyzer.js';
import { ALL_TYPES, type EntityType } from '../entity-types.js';

const analyzer = new PiiAnalyzer();

function found(text: string, type: EntityType): string[] {
  return analyzer
    .scan(text, ALL_TYPES)
    .filter(({ entityType }) => entityType === type)
    .map(({ start, end }) => text.slice(start, end));
}

/** What only describes a context, and devices, wallets and plates: values between ‹ and ›, and near misses. */
const TABLES: Partial<
  Record<EntityType, { readonly hits: readonly string[]; readonly misses: readonly string[] }>
> = {
  AGE: {
    hits: [
      ...['he is ‹34 years old›', 'a ‹34-year-old› man', '‹18 months old›', 'aged ‹34›', 'age: ‹7›'],
      ...['‹34 y/o› female', '‹34yo› male', 'she turned ‹90›', '"age": ‹41›'],
    ],
    misses: [
      'version 34',
      'page 34',
      '2 weeks ago',
      'aged 340',
      'a 34-year lease',
      'age 123',
      'managed 34',
      '34 years',
    ],
  },
  DATE_TIME: {
    hits: [
      ...[
        'on ‹2024-11-21›',
        '‹2024-11-21T05:38:00Z›',
        '‹21/11/2024› 출발',
        'on ‹11.21.2024›',
        'meet on ‹5 March 2024›',
      ],
      ...[
        '‹March 5, 2024›',
        'the ‹5th of May›',
        '‹05-Mar-24›',
        'at ‹10:30›',
        'at ‹5 pm›',
        '‹10:30:00.123 UTC›',
        'on ‹Monday›',
      ],
      ...['in ‹March›'],
    ],
    misses: [
      ...[
        '2024-13-21',
        '2024-11-32',
        '45/45/2024',
        'ratio 3:4',
        'may come',
        'march on',
        '00:00:00:00:00:00',
        '12 marbles',
      ],
      ...['1.2.3', '3:45:6:78'],
    ],
  },
  URL: {
    hits: [
      ...[
        'visit ‹https://example.com/a?b=c›.',
        'see ‹www.example.com›, ok',
        '(‹http://host:8080/x›)',
        '‹ftp://a.example/b›',
      ],
      ...['‹example.co.kr/경로?x=1›', 'go to ‹example.org:8443/x›!'],
    ],
    misses: ['file.txt', 'e.g. this', '://nowhere', 'a.b@example.com', 'index.html', 'end.Start', 'x.y.z1'],
  },
  LOCATION: {
    hits: ['lives in ‹Toronto›', 'from ‹New York› to', 'moved to ‹Germany›', 'in ‹South Korea›'],
    misses: ['toronto', 'Torontonian', 'the City of', 'New Year', 'a Great Day', 'Lake'],
  },
  NRP: {
    hits: ['a ‹Canadian› citizen', 'the ‹Germans› won', '‹Buddhist› temple'],
    misses: ['canadian', 'Canada', 'Germanic'],
  },
  ORGANIZATION: {
    hits: [
      'at ‹Stanford University›',
      '‹Acme Widgets Inc›',
      'works at ‹Google›',
      '‹Northwind Trading Ltd› said',
    ],
    misses: ['University', 'acme widgets inc', 'Acme widgets', 'the Company'],
  },
  CRYPTO: {
    hits: [
      ...['to ‹1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa›', '‹3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy›'],
      ...['‹bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4›', 'ETH ‹0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed›'],
      ...['‹0xde709f2102306220921060314715629080e2fb77›'],
    ],
    misses: [
      ...['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'],
      ...['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe', '0xzzAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
      ...['0x88df016429689c079f3b2f6ad39fa052532c56795b733da78a91ebe6a713944b'],
      'da39a3ee5e6b4b0d3255bfef95601890afd80709',
    ],
  },
  MAC_ADDRESS: {
    hits: ['‹00:1A:2B:3C:4D:5E›', 'dev ‹00-1a-2b-3c-4d-5e› up', '‹001A.2B3C.4D5E›'],
    misses: [
      '00:1A:2B:3C:4D',
      '00:1A:2B:3C:4D:5E:6F',
      '00:1A-2B:3C:4D:5E',
      '00:00:00:00:00:00',
      'FF-FF-FF-FF-FF-FF',
      '0g:1A:2B:3C:4D:5E',
    ],
  },
  DE_KFZ: {
    hits: ['Kennzeichen ‹M-AB 1234›', 'Kfz ‹B-XY 12E›', '‹HH-AB 123›'],
    misses: ['Kennzeichen M-AB 0123', 'Kennzeichen QQQ-AB 1234', 'Kennzeichen M-ABC 1234', 'form A-BC 12345'],
  },
};

for (const [entityType, { hits, misses }] of Object.entries(TABLES)) {
  describe(entityType, () => {
    it.each(hits)('finds exactly the value in %j', (marked) => {
      const value = marked.slice(marked.indexOf('‹') + 1, marked.indexOf('›'));
      expect(found(marked.replace(/[‹›]/g, ''), entityType as EntityType)).toEqual([value]);
    });

    it.each(misses)('finds none in %j', (text) => {
      expect(found(text, entityType as EntityType)).toEqual([]);
    });
  });
}

describe('the checksum in the capitals of an Ethereum address', () => {
  const scoreOf = (address: string) => analyzer.scan(address, ALL_TYPES)[0]!.score;
  const checked = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';

  it('raises the score when it is right and lowers it when it is not', () => {
    expect(scoreOf(checked)).toBeGreaterThan(scoreOf(checked.toLowerCase()));
    expect(scoreOf(checked.replace('A', 'a'))).toBeLessThan(scoreOf(checked.toLowerCase()));
  });
});
