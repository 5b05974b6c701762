type Cell = string | number | undefined;

/** What a command answers: JSON for programs, text for people. */
export interface Answer {
  readonly json: unknown;
  readonly text: string;
}

/** Rows under their headings, in columns as wide as their widest cell. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headings, ...rows].map((row) => row.map((cell) => String(cell ?? '')));
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Names and values, one a line. */
export function fields(pairs: readonly (readonly [string, Cell])[]): string {
  return table(['', ''], pairs).split('\n').slice(1).join('\n');
}

export function print(answer: Answer, asJson: boolean): void {
  process.stdout.write(asJson ? `${JSON.stringify(answer.json, undefined, 2)}\n` : `${answer.text}\n`);
}
