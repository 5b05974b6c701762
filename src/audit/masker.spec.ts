import { PiiAnalyzer } from '../security/index.js';
import { Masker } from './masker.js';

describe('Masker', () => {
  const masker = new Masker(new PiiAnalyzer());

  it('masks an e-mail address used as a subject, every time', () => {
    expect(masker.mask('hong@example.com')).not.toContain('hong@example.com');
    expect(masker.mask('hong@example.com')).toBe(masker.mask('hong@example.com'));
  });

  it.each([
    '01012345-6781-4234-8234-567890123456',
    '0af7651916cd43dd8448eb211c80319c',
    'mcp-client',
    'lookup_inventory',
    'GET /admin/audit/records',
  ])('leaves %s alone', (text) => {
    expect(masker.mask(text)).toBe(text);
  });

  it('still masks when more texts than it remembers have passed', () => {
    for (let count = 0; count < 5_000; count += 1) masker.mask(`agent/${count}`);
    expect(masker.mask('kim@example.com')).not.toContain('kim@example.com');
  });
});
