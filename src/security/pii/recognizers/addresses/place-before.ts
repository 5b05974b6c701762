import { classOf, WordClass } from '../../lexicon/english/word-class.js';
import { isRegion } from './localities.js';

const LAST_WORDS = /(?:([A-Za-zÀ-ɏ.]{2,20}) )?([A-Za-zÀ-ɏ.]{2,20})[ ,]{0,2}(?:[-–—] ?)?$/;

/** Whether what ends a text is a place that is known: `…, Tamil Nadu - `, `… Pune `. */
export function placeBefore(text: string): boolean {
  const match = LAST_WORDS.exec(text);
  if (!match) return false;
  const last = match[2]!;
  const name = last.charAt(0).toUpperCase() + last.slice(1).toLowerCase();
  if (isRegion(last) || (classOf(name) & WordClass.PLACE) !== 0) return true;
  return match[1] !== undefined && isRegion(`${match[1]} ${last}`);
}
