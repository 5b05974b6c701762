const HEAD = ['gold', 'found', 'P', 'R', 'F1', 'F2', 'P~', 'R~', 'F1~', 'F2~'];

/** The report for people. */
export function report({ plan, total, parts, mistakes, speed }) {
  return [
    ...notes(plan),
    ...table(total),
    '(P R F1 F2: same boundaries and type; with ~: overlapping)',
    '',
    ...charactersOf(total),
    ...Object.entries(parts).map(([name, figures]) => partLine(name, figures)),
    ...speedOf(speed),
    ...mistakesOf(mistakes),
  ].join('\n');
}

function notes({ notCovered, notLabelled, strict }) {
  const lines = [];
  if (notCovered.length > 0) lines.push(`Labelled, but no type of the detector: ${notCovered.join(', ')}`);
  if (notLabelled.length > 0 && !strict) {
    lines.push(`Never labelled here, findings not counted (--strict counts them): ${notLabelled.join(', ')}`);
  }
  return lines.length > 0 ? [...lines, ''] : lines;
}

function table({ types, groups }) {
  const width = Math.max(12, ...Object.keys(types).map((type) => type.length));
  const line = (name, cells) => [name.padEnd(width), ...cells.map((cell) => cell.padStart(6))].join(' ');
  return [
    line('type', HEAD),
    ...Object.entries(types).map(([type, scores]) => line(type, cellsOf(scores))),
    ...Object.entries(groups).map(([group, scores]) => line(group, cellsOf(scores))),
  ];
}

function cellsOf({ gold, found, exact, overlapping }) {
  const measures = ({ precision, recall, f1, f2 }) => [precision, recall, f1, f2].map(ratio);
  return [String(gold), String(found), ...measures(exact), ...measures(overlapping)];
}

function charactersOf({ rows, characters, cleanRows }) {
  const { gold, covered, leaked, coveredShare, clean, overMasked, overMaskedShare } = characters;
  const flagged = cleanRows.flaggedOf100 === null ? '–' : cleanRows.flaggedOf100.toFixed(2);
  return [
    `rows                 ${rows}`,
    `labelled characters  ${gold}: ${covered} covered (${ratio(coveredShare)}), ${leaked} leaked`,
    `clean characters     ${clean}: ${overMasked} masked (${percent(overMaskedShare)})`,
    `clean rows           ${cleanRows.rows}: ${cleanRows.flagged} flagged (${flagged} of 100)`,
  ];
}

function partLine(name, { groups, characters, cleanRows }) {
  const f2 = (group) => ratio(groups[group].exact.f2);
  const flagged = cleanRows.flaggedOf100 === null ? '–' : cleanRows.flaggedOf100.toFixed(1);
  return `${name.padEnd(20)} F2 identifiers ${f2('identifiers')}, everything ${f2('everything')}; covered ${ratio(characters.coveredShare)}; over-masked ${percent(characters.overMaskedShare)}; flagged ${flagged}`;
}

function speedOf({ rows, pieces }) {
  const line = (name, { megabytesPerSecond, p50Milliseconds, p99Milliseconds, texts }) =>
    `${name.padEnd(20)} ${megabytesPerSecond.toFixed(1)} MB/s; a text takes p50 ${p50Milliseconds.toFixed(4)} ms, p99 ${p99Milliseconds.toFixed(4)} ms (${texts} texts)`;
  return [line('speed, row by row', rows), line('speed, 4 KB pieces', pieces)];
}

function mistakesOf({ misses, falseAlarms }) {
  const lines = (title, list) =>
    list.length === 0
      ? []
      : ['', title, ...list.map(({ at, type, why, context }) => `${at}  ${type}  ${why}  ${context}`)];
  return [...lines('Misses', misses), ...lines('False alarms', falseAlarms)];
}

const ratio = (value) => (value === null ? '–' : value.toFixed(3));
const percent = (value) => (value === null ? '–' : `${(100 * value).toFixed(2)} %`);
