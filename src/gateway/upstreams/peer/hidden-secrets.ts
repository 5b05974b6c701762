/** Shorter values would take the sense out of lines without hiding anything. */
const SHORTEST = 4;
/** Of what is only a part of a secret, one of its lines: shorter ones are words of other lines too often. */
const SHORTEST_PART = 8;
/** Also as JSON writes it, as in the key of a service account. */
const LINE_END = /\r\n|\n|\r|\\r\\n|\\n/;
const SHOWN = '[secret]';

/** Hides secrets in lines of a text, in whatever common writing they stand there. */
export class HiddenSecrets {
  /** Hidden wherever they stand. */
  private readonly anywhere: readonly string[];
  /** Hidden where they are a whole line. */
  private readonly lines: ReadonlySet<string>;
  /** Characters of the longest of them. */
  readonly longest: number;

  constructor(secrets: readonly string[]) {
    const values = secrets.filter((secret) => secret.trim().length >= SHORTEST);
    const parts = values.flatMap(partsOf);
    const long = parts.filter((part) => part.length >= SHORTEST_PART);
    this.anywhere = [
      ...new Set(
        values
          .flatMap((value) => [value, value.trim()])
          .concat(long)
          .flatMap(writingsOf),
      ),
    ];
    this.lines = new Set(parts.filter((part) => part.length >= SHORTEST));
    this.longest = Math.max(0, ...this.anywhere.map(({ length }) => length));
  }

  /**
   * The first characters of a line without secrets; one that begins among these is hidden as a whole.
   *
   * @param line with at least `longest` characters beyond, if it has them.
   * @param length of what is shown, before anything is hidden.
   */
  hide(line: string, length: number): string {
    if (this.lines.has(line.trim())) return SHOWN;
    let shown = '';
    let at = 0;
    for (const [start, end] of this.placesIn(line)) {
      if (start >= length) break;
      shown += line.slice(at, start) + SHOWN;
      at = end;
    }
    return shown + line.slice(at, Math.max(at, length));
  }

  /** In their order; what overlaps is one place. */
  private placesIn(line: string): readonly (readonly [start: number, end: number])[] {
    const merged: [number, number][] = [];
    const places = this.anywhere.flatMap((secret) => placesOf(secret, line));
    for (const [start, end] of places.sort(([one], [other]) => one - other)) {
      const last = merged.at(-1);
      if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
      else merged.push([start, end]);
    }
    return merged;
  }
}

function placesOf(secret: string, line: string): [number, number][] {
  const places: [number, number][] = [];
  for (let at = line.indexOf(secret); at >= 0; at = line.indexOf(secret, at + 1))
    places.push([at, at + secret.length]);
  return places;
}

/** The lines of a secret that has several. */
function partsOf(secret: string): string[] {
  const lines = secret.split(LINE_END).map((line) => line.trim());
  return lines.length > 1 ? lines : [];
}

function writingsOf(secret: string): string[] {
  const octets = Buffer.from(secret, 'utf8');
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inUrl = encodeURIComponent(octets.toString('utf8'));
  // Without padding, which stands behind it or not.
  const inBase64 = octets.toString('base64').replace(/=+$/, '');
  const writings = [
    secret,
    inJson,
    inUrl,
    inUrl.replaceAll('%20', '+'),
    inBase64,
    octets.toString('base64url'),
  ];
  // A writing that spans lines is none of any line.
  return writings.filter((writing) => !/[\r\n]/.test(writing));
}
