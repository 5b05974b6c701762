/** Members of a JSON-RPC 2.0 message. */
const OF_MESSAGES = folded(['jsonrpc', 'id', 'method', 'params', 'result', 'error']);
/** Members of `params` by which servers of MCP tell what is asked for. */
const OF_PARAMS = folded(['name', 'arguments', 'uri', 'ref', '_meta']);

/**
 * Whether a JSON-RPC message has a member that parsers which ignore case, such as Go's `encoding/json`, take for one that
 * is spelled in another way (CVE-2026-27896): `Method` would call what `method` does not say. Only the message and its
 * `params` are looked at; the arguments of a tool are its own.
 */
export function hasOtherSpelling(message: unknown): boolean {
  return isAny(message, OF_MESSAGES) || isAny((message as { params?: unknown } | null)?.params, OF_PARAMS);
}

function isAny(value: unknown, known: ReadonlyMap<string, string>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).some((name) => (known.get(fold(name)) ?? name) !== name);
}

/**
 * Names that are the same without case; more than any one parser folds. By way of capitals `ſ` becomes `s` and `ı` an `i`,
 * and back the Kelvin sign becomes `k`; `İ` leaves a dot behind.
 */
function fold(name: string): string {
  return name.toUpperCase().toLowerCase().replaceAll('\u0307', '');
}

function folded(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [fold(name), name]));
}
