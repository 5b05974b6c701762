import type { NumberRecognizer } from '../recognizer.js';
import { AU_IDENTIFIERS } from './au.js';
import { CA_IDENTIFIERS } from './ca.js';
import { CN_IDENTIFIERS } from './cn.js';
import { DE_IDENTIFIERS } from './de.js';
import { OTHER_IDENTIFIERS } from './elsewhere.js';
import { ES_IDENTIFIERS } from './es.js';
import { GB_IDENTIFIERS } from './gb.js';
import { IN_IDENTIFIERS } from './in.js';
import { IT_IDENTIFIERS } from './it.js';
import { JP_IDENTIFIERS } from './jp.js';
import { NORDIC_IDENTIFIERS } from './nordic.js';
import { SG_IDENTIFIERS } from './sg.js';
import { US_IDENTIFIERS } from './us.js';

/** What authorities issue, country by country; the Korean ones have files of their own one folder up. */
export const COUNTRY_IDENTIFIERS: readonly NumberRecognizer[] = [
  ...US_IDENTIFIERS,
  ...GB_IDENTIFIERS,
  ...CA_IDENTIFIERS,
  ...AU_IDENTIFIERS,
  ...IN_IDENTIFIERS,
  ...SG_IDENTIFIERS,
  ...ES_IDENTIFIERS,
  ...IT_IDENTIFIERS,
  ...DE_IDENTIFIERS,
  ...JP_IDENTIFIERS,
  ...CN_IDENTIFIERS,
  ...NORDIC_IDENTIFIERS,
  ...OTHER_IDENTIFIERS,
];
