import { LISTED, NAME, WordClass } from '../../lexicon/english/word-class.js';

const LEGAL_FORMS = new Set('CO LTD INC LLC CORP GMBH PLC'.split(' '));

/** Whether a Latin word, in whatever case, belongs to the name of a company rather than to that of a person. */
export function isOfCompany(word: string): boolean {
  const flags = LISTED.of(word.charAt(0) + word.slice(1).toLowerCase());
  const isNoName = (flags & NAME) === 0 && (flags & WordClass.ORGANISATION) !== 0;
  return isNoName || LEGAL_FORMS.has(word.replace('.', '').toUpperCase());
}
