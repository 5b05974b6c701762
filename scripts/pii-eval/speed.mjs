const PIECE_BYTES = 4096;
const WARM_UP_MS = 500;
const BUDGET_MS = 1_500;

/**
 * How fast `scan` is over the texts as they are, and over the same texts joined to pieces of 4 KB.
 *
 * @param {(text: string) => unknown} scan
 * @param {string[]} texts
 */
export function measureSpeed(scan, texts) {
  return { rows: timesOf(scan, texts), pieces: timesOf(scan, piecesOf(texts)) };
}

/** Lines joined until a piece has 4 KB of UTF-8; repeated when there are too few to fill one. */
export function piecesOf(texts) {
  const pieces = [];
  let lines = [];
  let bytes = 0;
  for (let index = 0; index < texts.length || pieces.length === 0; index += 1) {
    const text = texts[index % texts.length];
    lines.push(text);
    bytes += Buffer.byteLength(text) + 1;
    if (bytes < PIECE_BYTES) continue;
    pieces.push(lines.join('\n'));
    lines = [];
    bytes = 0;
  }
  return pieces;
}

function timesOf(scan, texts) {
  repeat(WARM_UP_MS, () => timeRound(scan, texts, []));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const times = [];
  let best = Infinity;
  repeat(BUDGET_MS, () => {
    best = Math.min(best, timeRound(scan, texts, times));
  });
  return { texts: texts.length, megabytesPerSecond: bytes / best / 1000, ...percentiles(times) };
}

/** Once, and again while there is time. */
function repeat(milliseconds, work) {
  const end = performance.now() + milliseconds;
  do work();
  while (performance.now() < end);
}

/** Milliseconds of the round; the time of each text goes to `times`. */
function timeRound(scan, texts, times) {
  let sum = 0;
  for (const text of texts) {
    const start = performance.now();
    scan(text);
    const elapsed = performance.now() - start;
    times.push(elapsed);
    sum += elapsed;
  }
  return sum;
}

function percentiles(times) {
  const sorted = Float64Array.from(times).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { p50Milliseconds: at(0.5), p99Milliseconds: at(0.99) };
}
