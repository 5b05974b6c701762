const known = new WeakSet<object>();

/** A value put together of parts, each of which `fields` of policies are relative to: body and query of a request. */
export function inParts<T extends object>(parts: T): T {
  known.add(parts);
  return parts;
}

/** Pointers to the parts; none of a value that is one itself, whatever its members are called. */
export function partsOf(value: unknown): ReadonlySet<string> {
  const isParted = typeof value === 'object' && value !== null && known.has(value);
  return new Set(isParted ? Object.keys(value).map((name) => `/${name}`) : []);
}
