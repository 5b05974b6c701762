import { accepts, canonicalType, isCovered } from './label-map.mjs';

/**
 * What counts in an evaluation, decided once from the labels that occur in the data and the types that the detector has.
 */
export class EvaluationPlan {
  /**
   * @param {string[]} labels the labels that occur in the data
   * @param {string[]} detectorTypes
   * @param {{ map?: Map<string, string | null>, types?: string[], all?: boolean, strict?: boolean }} [choices]
   */
  constructor(labels, detectorTypes, { map = new Map(), types, all = false, strict = false } = {}) {
    this.map = map;
    this.strict = strict;
    this.wanted = types?.map(canonicalType);
    const known = detectorTypes.map(canonicalType);
    const canonical = [
      ...new Set(labels.map((label) => this.typeOf(label)).filter((type) => type !== null)),
    ].sort();
    this.counted = canonical.filter((type) => this.isWanted(type) && (all || isCovered(type, known)));
    this.notCovered = canonical.filter((type) => this.isWanted(type) && !isCovered(type, known));
    this.notLabelled = known.filter((type) => this.isWanted(type) && !this.isCountedFinding(type)).sort();
  }

  /** Canonical type of a label of the data, or null when the map leaves it out. */
  typeOf(label) {
    const mapped = this.map.get(label);
    return mapped === undefined ? canonicalType(label) : mapped;
  }

  isCountedLabel(type) {
    return type !== null && this.counted.includes(type);
  }

  /** Nothing can be said of a finding where the data labels something that the detector has no type for. */
  isUnknownLabel(type) {
    return type === null || (this.notCovered.includes(type) && !this.counted.includes(type));
  }

  /** A finding of a type that the data never labels proves nothing, unless everything is said to be labelled. */
  isCountedFinding(type) {
    const labelled = this.counted.length === 0 || this.counted.some((gold) => accepts(gold, type));
    return this.isWanted(type) && (this.strict || labelled);
  }

  /** The row of the report for a finding that matches no label. */
  rowOf(type) {
    return this.counted.includes(type) ? type : (this.counted.find((gold) => accepts(gold, type)) ?? type);
  }

  isWanted(type) {
    return this.wanted === undefined || this.wanted.some((wanted) => accepts(wanted, type));
  }
}
