import { readFileSync } from 'node:fs';
import { ALIASES, ALSO_ACCEPTED, FAMILIES } from './label-aliases.mjs';
import { UsageError } from './usage-error.mjs';

const CANONICAL = new Map(
  Object.entries(ALIASES).flatMap(([name, aliases]) => aliases.split(' ').map((alias) => [alias, name])),
);

/** One name for a label, however a label set spells it: `email_address`, `B-EMAIL` and `이메일` are EMAIL. */
export function canonicalType(label) {
  const name = label
    .trim()
    .toUpperCase()
    .replace(/^[BIELSU]-/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '_');
  return CANONICAL.get(name) ?? name;
}

/** Whether a finding of type `found` is right where the data says `gold`. */
export function accepts(gold, found) {
  return (
    gold === found ||
    isFamily(gold, found) ||
    isFamily(found, gold) ||
    ALSO_ACCEPTED[gold]?.includes(found) === true
  );
}

function isFamily(general, special) {
  return FAMILIES[general]?.test(special) === true;
}

/** Which of the detector's types a label can be found as: without one the label is not covered. */
export function isCovered(gold, detectorTypes) {
  return detectorTypes.some((type) => gold === type || isFamily(gold, type) || isFamily(type, gold));
}

/**
 * Label of the data -> canonical type, or null for what is left out; read from a JSON file.
 *
 * @throws UsageError when it is not an object of names, or names a type that the detector does not have.
 */
export function readLabelMap(file, detectorTypes) {
  if (file === undefined) return new Map();
  const entries = Object.entries(parseObject(file));
  return new Map(entries.map(([label, type]) => [label, mappedType(file, label, type, detectorTypes)]));
}

function parseObject(file) {
  let map;
  try {
    map = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `${file}: ${error.code === 'ENOENT' ? 'no such file' : `not JSON (${error.message})`}`,
    );
  }
  if (map !== null && typeof map === 'object' && !Array.isArray(map)) return map;
  throw new UsageError(`${file}: not an object {"label": "TYPE"}`);
}

function mappedType(file, label, type, detectorTypes) {
  if (type === null) return null;
  const canonical = typeof type === 'string' ? canonicalType(type) : undefined;
  if (canonical !== undefined && isCovered(canonical, detectorTypes)) return canonical;
  throw new UsageError(
    `${file}: ${label} is mapped to ${JSON.stringify(type)}; the detector has ${detectorTypes.join(', ')}`,
  );
}
