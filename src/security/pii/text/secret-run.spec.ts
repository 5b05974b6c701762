import { createCipheriv } from 'node:crypto';
import { PiiAnalyzer } from '../analyzer.js';
import { isInsideSecret } from './secret-run.js';

/** Text around a part in bars. */
const SECRETS = [
  '9ha2FUX8ttafMMXT4_vJL0zbJIWny7SBM8El1HC-|Hao|',
  '/1jFejxYheXV0/HmPV6hXBDP/SmDbI5CldrI3QSve+|Li|',
  'W1/x1zDVdap4NQU5e7VyhKdrRxO+|Gn52okJ|',
  'secret=TZYKZfe8Wv37uHFDd-zwQgmZdtD|Yu|-I8h',
  'RU6mLBWXFPUaekg.4Ipz7G0F2jW8.|Bo|',
];
const READABLE = [
  'https://example.com/users/|Hong-Gildong|/2024',
  'https://example.com/9ha2FUX8ttafMMXT4/|Gildong|',
  'user_name=|KimMinsu|',
  '|Kim_Minsu|_2024_report.pdf',
  'reports/2024/|Li|/north-region/final-2.pdf',
  'MyCompanyBackend/UserNameService/|Hao|/findByEmail2',
  '550e8400-e29b-41d4-a716-446655440000/|Li|',
  'AKIAIOSFODNN7EXAMPLE |Li|',
  '9ha2FUX8ttaf/|Li|',
  'contact 9ha2FUX8ttafMMXT4vJL0zbJIWny7SBM8El1HC: |Hao|',
];

function inBars(text: string): [string, number, number] {
  const [before = '', part = '', after = ''] = text.split('|');
  return [before + part + after, before.length, before.length + part.length];
}

describe('isInsideSecret', () => {
  it.each(SECRETS)('is so of %s', (text) => {
    expect(isInsideSecret(...inBars(text))).toBe(true);
  });

  it.each(READABLE)('is not so of %s', (text) => {
    expect(isInsideSecret(...inBars(text))).toBe(false);
  });
});

describe('findings in random values', () => {
  const analyzer = new PiiAnalyzer();

  it('are none, of 20,000 values of each kind', () => {
    // The stream of a cipher: the same in every run.
    const stream = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16));
    const random = (bytes: number) => stream.update(Buffer.alloc(bytes));
    const found = new Set<string>();
    for (let count = 0; count < 20_000; count++) {
      const texts = [
        `    client_secret  ${random(32).toString('base64url')}`,
        `Bearer ${random(30).toString('base64url')}.${random(60).toString('base64url')}`,
        random(33).toString('base64'),
        random(16).toString('hex'),
      ];
      for (const text of texts) {
        for (const { start, end } of analyzer.scan(text)) found.add(`${text.slice(start, end)} in ${text}`);
      }
    }
    expect(found).toEqual(new Set());
  });

  it.each([
    ['key=9ha2FUX8ttafMMXT4vJL0zb/Jennifer', 'Jennifer'],
    ['token=9ha2FUX8ttafMMXT4vJL0zb&mail=hong@example.com', 'hong@example.com'],
    ['/share/9ha2FUX8ttafMMXT4vJL0zb/900101-1234568', '900101-1234568'],
  ])('stay what they were beside them: %s', (text, value) => {
    const values = analyzer.scan(text).map(({ start, end }) => text.slice(start, end));
    expect(values).toContain(value);
  });
});
