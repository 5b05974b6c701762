import { AFRICAN_GIVEN_NAMES } from './given-africa.js';
import { LEVANTINE_GIVEN_NAMES } from './given-levant.js';
import { EAST_ASIAN_GIVEN_NAMES } from './given-east-asia.js';
import { EASTERN_EUROPEAN_GIVEN_NAMES } from './given-eastern-europe.js';
import { ENGLISH_GIVEN_NAMES } from './given-english.js';
import { SOUTH_ASIAN_GIVEN_NAMES } from './given-south-asia.js';
import { WESTERN_EUROPEAN_GIVEN_NAMES } from './given-western-europe.js';
import { FAMILY_NAMES_A_TO_G } from './family-a-g.js';
import { FAMILY_NAMES_H_TO_L } from './family-h-l.js';
import { FAMILY_NAMES_M_TO_P } from './family-m-p.js';
import { FAMILY_NAMES_Q_TO_Z } from './family-q-z.js';

/** Given names that are less frequent than those of the first lists, by where they are at home. */
export const MORE_GIVEN_NAMES: readonly (readonly string[])[] = [
  ENGLISH_GIVEN_NAMES,
  WESTERN_EUROPEAN_GIVEN_NAMES,
  EASTERN_EUROPEAN_GIVEN_NAMES,
  AFRICAN_GIVEN_NAMES,
  SOUTH_ASIAN_GIVEN_NAMES,
  EAST_ASIAN_GIVEN_NAMES,
  LEVANTINE_GIVEN_NAMES,
];

export const MORE_FAMILY_NAMES: readonly (readonly string[])[] = [
  FAMILY_NAMES_A_TO_G,
  FAMILY_NAMES_H_TO_L,
  FAMILY_NAMES_M_TO_P,
  FAMILY_NAMES_Q_TO_Z,
];
