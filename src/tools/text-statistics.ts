export interface TextStatistics {
  /** Unicode characters, not UTF-16 units. */
  readonly characters: number;
  readonly words: number;
  readonly lines: number;
  /** Size in UTF-8. */
  readonly bytes: number;
}

/** How much text there is. */
export function textStatistics(text: string): TextStatistics {
  return {
    characters: [...text].length,
    words: text.match(/\S+/gu)?.length ?? 0,
    lines: text.split(/\r\n|\r|\n/u).length,
    bytes: Buffer.byteLength(text, 'utf8'),
  };
}
