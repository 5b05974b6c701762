import { CodeUnits } from '../../dist/security/pii/text/code-units.js';
import { spellingParts } from '../../dist/security/pii/recognizers/names/english-name-model/spelling.js';

/** Many towns are called like people, and people like towns. */
const WEIGHT_OF_TOWNS = 0.5;
const NAME = /^\p{Lu}[\p{Script=Latin}'’-]{1,24}$/u;

const units = new CodeUnits();
const parts = new Uint32Array(256);

/** Words with their parts, and whether they are names: given and family names, words in small letters, towns. */
export function spellingExamples({ names, words, towns }) {
  const people = new Set(names.filter((name) => NAME.test(name)));
  const ordinary = new Set(words.filter((word) => /^[a-z]{3,}$/.test(word)).map(capitalised));
  const places = new Set(towns.flatMap((town) => town.split(/[ -]/)).filter((town) => NAME.test(town)));
  const others = [...ordinary].filter((word) => !people.has(word));
  return [
    ...[...people].map((name) => ({ features: partsOf(name), isName: true })),
    ...others.map((word) => ({ features: partsOf(word), isName: false })),
    ...[...places]
      .filter((town) => !people.has(town) && !ordinary.has(town))
      .map((town) => ({ features: partsOf(town), isName: false, weight: WEIGHT_OF_TOWNS })),
  ];
}

function partsOf(word) {
  units.read(word);
  return parts.slice(0, spellingParts(units, 0, word.length, parts));
}

const capitalised = (word) => word.charAt(0).toUpperCase() + word.slice(1);
