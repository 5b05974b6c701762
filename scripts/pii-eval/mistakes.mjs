const AROUND = 28;

/** Keeps the first misses and false alarms, with what stands around them. */
export class Mistakes {
  constructor(limit) {
    this.limit = limit;
    this.misses = [];
    this.falseAlarms = [];
  }

  add(row, { gold, found }) {
    for (const label of gold) if (!label.exact) this.keep(this.misses, row, label, whyMissed(label));
    for (const finding of found) if (!finding.hit) this.keep(this.falseAlarms, row, finding, 'false alarm');
  }

  keep(list, row, { start, end, type }, why) {
    if (list.length >= this.limit) return;
    list.push({ at: `${row.file}:${row.line}`, type, why, context: contextOf(row.text, start, end) });
  }
}

function whyMissed(label) {
  return label.hit ? 'other boundaries' : 'missed';
}

function contextOf(text, start, end) {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return `${before}⟦${text.slice(start, end)}⟧${after}`.replace(/\s+/g, ' ');
}
