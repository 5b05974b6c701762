const MAX_LABEL_LENGTH = 64;
const CACHE_SIZE = 2_048;
const labels = new Map<string, string>();

/** A property name in words, as context for its value: `customerName`, `customer_name` and `customer-name` read alike. */
export function labelOf(key: string): string {
  const known = labels.get(key);
  if (known !== undefined) return known;
  const label = toWords(key.slice(0, MAX_LABEL_LENGTH));
  if (labels.size >= CACHE_SIZE) labels.clear();
  labels.set(key, label);
  return label;
}

function toWords(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
