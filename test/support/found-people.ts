import { PiiAnalyzer } from '../../src/security/index.js';
import type { EntityType } from '../../src/security/pii/entity-types.js';

const analyzer = new PiiAnalyzer();

/** The values of a type that the detector finds, in the order of the text. */
export function valuesOf(type: EntityType, text: string): string[] {
  return analyzer
    .scan(text)
    .filter(({ entityType }) => entityType === type)
    .map(({ start, end }) => text.slice(start, end));
}

/** What the detector takes for names of people, in the order of the text. */
export function people(text: string): string[] {
  return valuesOf('PERSON', text);
}
