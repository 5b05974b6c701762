const MAXIMUM = 200;
/** Control characters would steer the terminal of whoever reads the report (and so would those of Unicode's Cc and Cf). */
const NOT_PRINTED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu;

/** What a server said, made safe to print, and short. */
export function quoted(value: unknown): string {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')).slice(
    0,
    2 * MAXIMUM,
  );
  const plain = text.replace(NOT_PRINTED, ' ').trim();
  return plain.length > MAXIMUM ? `${plain.slice(0, MAXIMUM)}…` : plain;
}
