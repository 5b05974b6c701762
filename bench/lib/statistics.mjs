/** The middle value; undefined of none. */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The median of pairwise ratios: what two series of the same rounds say about each other, whoever else used the machine. */
export function medianRatio(values, base) {
  return median(values.map((value, index) => value / base[index]));
}
