import { PiiAnalyzer } from '../../src/security/index.js';

const analyzer = new PiiAnalyzer();

/** What the detector takes for names of people, in the order of the text. */
export function people(text: string): string[] {
  return analyzer
    .scan(text)
    .filter(({ entityType }) => entityType === 'PERSON')
    .map(({ start, end }) => text.slice(start, end));
}
