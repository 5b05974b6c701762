import { accepts, canonicalType } from './label-map.mjs';

const GOLD = 1;
const COUNTED_GOLD = 2;
const FOUND = 4;
const COUNTED_FOUND = 8;

/**
 * Compares the findings of one row with its labels.
 *
 * @param {{ text: string, spans: { start: number, end: number, type: string }[] }} row
 * @param {{ start: number, end: number, entityType: string }[]} findings
 * @param {import('./plan.mjs').EvaluationPlan} plan
 */
export function compareRow(row, findings, plan) {
  const labels = row.spans.map((span) => {
    const type = plan.typeOf(span.type);
    return { start: span.start, end: span.end, type, counted: plan.isCountedLabel(type) };
  });
  const found = findings.map(({ start, end, entityType }) => ({
    start,
    end,
    type: canonicalType(entityType),
  }));
  for (const finding of found) judge(finding, labels, plan);
  const gold = labels.filter(({ counted }) => counted);
  pairExact(gold, found);
  for (const label of gold) label.hit = found.some((finding) => isHit(label, finding));
  const counted = found.filter(({ ignored }) => !ignored);
  return {
    gold,
    found: counted,
    clean: labels.length === 0,
    characters: count(row.text.length, labels, found),
  };
}

/** Decides whether a finding counts, whether it meets a label of its type, and under which type it is reported. */
function judge(finding, labels, plan) {
  const label = labels.find((each) => each.counted && isHit(each, finding));
  const unknown = labels.some((each) => plan.isUnknownLabel(each.type) && overlap(each, finding));
  finding.hit = label !== undefined;
  finding.ignored = !finding.hit && (unknown || !plan.isCountedFinding(finding.type));
  finding.row = label?.type ?? plan.rowOf(finding.type);
}

/** One finding for one label. */
function pairExact(gold, found) {
  for (const label of gold) {
    const twin = found.find((finding) => !finding.exact && isHit(label, finding) && isSame(label, finding));
    if (twin === undefined) continue;
    label.exact = true;
    twin.exact = true;
    twin.row = label.type;
  }
}

const isSame = (one, other) => one.start === other.start && one.end === other.end;
const overlap = (one, other) => one.start < other.end && other.start < one.end;
const isHit = (label, finding) => overlap(label, finding) && accepts(label.type, finding.type);

/** Characters by what the data and the detector say of them; any finding covers, whatever its type. */
function count(length, labels, found) {
  const marks = new Uint8Array(length);
  for (const label of labels) mark(marks, label, label.counted ? GOLD | COUNTED_GOLD : GOLD);
  for (const finding of found) mark(marks, finding, finding.ignored ? FOUND : FOUND | COUNTED_FOUND);
  const counts = { gold: 0, covered: 0, clean: 0, overMasked: 0 };
  for (const bits of marks) {
    if (bits & COUNTED_GOLD) {
      counts.gold += 1;
      if (bits & FOUND) counts.covered += 1;
    } else if (!(bits & GOLD)) {
      counts.clean += 1;
      if (bits & COUNTED_FOUND) counts.overMasked += 1;
    }
  }
  return counts;
}

function mark(marks, { start, end }, bits) {
  for (let index = start; index < end; index += 1) marks[index] |= bits;
}
