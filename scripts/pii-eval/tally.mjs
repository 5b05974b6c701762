/** Kinds whose form decides nothing: left out of the group of identifiers. */
const NO_IDENTIFIERS = new Set(
  'PERSON ADDRESS LOCATION ZIP_CODE ORGANIZATION NRP TITLE AGE DATE_TIME USERNAME CREATIVE_WORK PRODUCT QUANTITY GENDER'.split(
    ' ',
  ),
);

/** Adds up compared rows. */
export class Tally {
  constructor() {
    this.types = new Map();
    this.rows = 0;
    this.cleanRows = 0;
    this.flaggedRows = 0;
    this.characters = { gold: 0, covered: 0, clean: 0, overMasked: 0 };
  }

  /** @param {ReturnType<import('./compare-row.mjs').compareRow>} row */
  add({ gold, found, clean, characters }) {
    this.rows += 1;
    if (clean) this.cleanRows += 1;
    if (clean && found.length > 0) this.flaggedRows += 1;
    for (const label of gold) {
      const counts = this.countsOf(label.type);
      counts.gold += 1;
      if (label.exact) counts.exact += 1;
      if (label.hit) counts.goldHit += 1;
    }
    for (const finding of found) {
      const counts = this.countsOf(finding.row);
      counts.found += 1;
      if (finding.hit) counts.foundHit += 1;
    }
    for (const name of Object.keys(this.characters)) this.characters[name] += characters[name];
  }

  countsOf(type) {
    const known = this.types.get(type) ?? { gold: 0, found: 0, exact: 0, goldHit: 0, foundHit: 0 };
    this.types.set(type, known);
    return known;
  }

  /** The figures: by type, for the groups, and in characters. */
  figures() {
    const byType = [...this.types].sort(([one], [other]) => (one < other ? -1 : 1));
    const identifiers = byType.filter(([type]) => !NO_IDENTIFIERS.has(type));
    const { gold, covered, clean, overMasked } = this.characters;
    return {
      rows: this.rows,
      types: Object.fromEntries(byType.map(([type, counts]) => [type, scoresOf(counts)])),
      groups: { identifiers: scoresOf(sum(identifiers)), everything: scoresOf(sum(byType)) },
      characters: {
        gold,
        covered,
        leaked: gold - covered,
        coveredShare: share(covered, gold),
        clean,
        overMasked,
        overMaskedShare: share(overMasked, clean),
      },
      cleanRows: {
        rows: this.cleanRows,
        flagged: this.flaggedRows,
        flaggedOf100: this.cleanRows === 0 ? null : (100 * this.flaggedRows) / this.cleanRows,
      },
    };
  }
}

function sum(entries) {
  const total = { gold: 0, found: 0, exact: 0, goldHit: 0, foundHit: 0 };
  for (const [, counts] of entries) for (const name of Object.keys(total)) total[name] += counts[name];
  return total;
}

function scoresOf({ gold, found, exact, goldHit, foundHit }) {
  return {
    gold,
    found,
    exact: measures(share(exact, found), share(exact, gold)),
    overlapping: measures(share(foundHit, found), share(goldHit, gold)),
  };
}

/** F2 weighs recall four times as much as precision: a value that leaks is worse than one too many masked. */
function measures(precision, recall) {
  return { precision, recall, f1: fMeasure(1, precision, recall), f2: fMeasure(2, precision, recall) };
}

/** Nothing found is no precision of 0: where only one of the two is defined, it alone cannot make a measure. */
function fMeasure(beta, precision, recall) {
  if (recall === null) return null;
  if (precision === null || precision + recall === 0) return 0;
  return ((1 + beta * beta) * precision * recall) / (beta * beta * precision + recall);
}

function share(part, whole) {
  return whole === 0 ? null : part / whole;
}
