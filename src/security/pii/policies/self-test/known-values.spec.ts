import { PiiAnalyzer } from '../../analyzer.js';
import { ENFORCED_TYPES } from '../../entity-types.js';
import { KNOWN_VALUES } from './known-values.js';

const analyzer = new PiiAnalyzer();

describe('KNOWN_VALUES', () => {
  it.each(KNOWN_VALUES)(
    'hold a value of the type $entityType that is found as such',
    ({ entityType, text, value }) => {
      const found = analyzer
        .scan(text)
        .map((finding) => [finding.entityType, text.slice(finding.start, finding.end)]);
      expect(found).toEqual([[entityType, value]]);
    },
  );

  it('cover every type that is enforced', () => {
    const known = new Set(KNOWN_VALUES.map(({ entityType }) => entityType));
    const missing = [...ENFORCED_TYPES].filter((type) => !known.has(type));
    // What services of one's own find, and what policies declare.
    expect(missing).toEqual(['CUSTOM', 'DECLARED']);
  });
});
