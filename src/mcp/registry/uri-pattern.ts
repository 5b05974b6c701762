/** UTF-16 units of a URI that is looked at; longer ones are nobody's. */
export const LONGEST_URI = 8_192;
/** Expressions of one template. */
const MOST_EXPRESSIONS = 64;

/** One or more characters, none of which is excluded. */
interface Run {
  readonly name: string;
  /** By UTF-16 unit. */
  readonly excludes: (unit: number) => boolean;
}
type Part = string | Run;

const [COMMA, SLASH, AMPERSAND] = [0x2c, 0x2f, 0x26];
const LINE_ENDS = [0x0a, 0x0d, 0x2028, 0x2029];

/** RFC 6570 §3.2: what values do not hold as they stand. */
const ONE_VALUE: Run['excludes'] = (unit) => unit === COMMA || unit === SLASH;
const JOINED_BY_COMMAS: Run['excludes'] = (unit) => unit === SLASH;
const IN_QUERY: Run['excludes'] = (unit) => unit === AMPERSAND;
const RESERVED_TOO: Run['excludes'] = (unit) => LINE_ENDS.includes(unit);

/**
 * The URIs that a template (RFC 6570) expands to. Looks at each character once for each expression and never goes back:
 * the template is somebody's, the URI somebody else's, and a regular expression made of one could be kept busy by the
 * other for minutes.
 */
export class UriPattern {
  /** How many expressions it has; matching takes this times the length of the URI. */
  readonly expressions: number;
  /** Steps of the last match, so that its growth can be shown. */
  steps = 0;
  private readonly parts: readonly Part[];
  private readonly shortest: number;

  /** @throws SyntaxError when it is no template, or has more expressions than a template needs. */
  constructor(template: string) {
    this.parts = partsOf(template);
    this.expressions = this.parts.filter((part) => typeof part !== 'string').length;
    if (this.expressions > MOST_EXPRESSIONS) throw new SyntaxError('The template has too many expressions');
    this.shortest = this.parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  }

  static isTemplate(text: string): boolean {
    return /\{[^{}\s]+\}/.test(text);
  }

  matches(uri: string): boolean {
    return this.endings(uri, () => undefined);
  }

  /** What the expressions stand for, by their first names; each takes as much as it can. Undefined without a match. */
  valuesIn(uri: string): Readonly<Record<string, string>> | undefined {
    const ends: Uint8Array[] = [];
    if (!this.endings(uri, (row) => ends.unshift(row))) return undefined;
    const values: [string, string][] = [];
    let position = 0;
    for (const [index, part] of this.parts.entries()) {
      const end =
        typeof part === 'string' ? position + part.length : runEnd(part, uri, position, ends[index]!);
      if (typeof part !== 'string') values.push([part.name, uri.slice(position, end)]);
      position = end;
    }
    return Object.fromEntries(values);
  }

  /**
   * From the last part to the first, the positions from which the rest of the URI is what is left of the template.
   *
   * @param onRow is told, for each part, the positions behind it.
   */
  private endings(uri: string, onRow: (behind: Uint8Array) => void): boolean {
    this.steps = 0;
    const [first = ''] = this.parts;
    if (uri.length > LONGEST_URI || uri.length < this.shortest) return false;
    if (typeof first === 'string' && !uri.startsWith(first)) return false;
    let behind = new Uint8Array(uri.length + 1);
    behind[uri.length] = 1;
    for (const part of this.parts.toReversed()) {
      onRow(behind);
      const row = new Uint8Array(uri.length + 1);
      this.steps +=
        typeof part === 'string' ? beforeText(part, uri, behind, row) : beforeRun(part, uri, behind, row);
      behind = row;
    }
    return behind[0] === 1;
  }
}

function beforeRun({ excludes }: Run, uri: string, behind: Uint8Array, row: Uint8Array): number {
  for (let at = uri.length - 1; at >= 0; at -= 1)
    if (!excludes(uri.charCodeAt(at))) row[at] = (behind[at + 1]! | row[at + 1]!) as 0 | 1;
  return uri.length;
}

/** Knuth, Morris and Pratt: where the text stands, without comparing a character of the URI again. */
function beforeText(text: string, uri: string, behind: Uint8Array, row: Uint8Array): number {
  const borders = bordersOf(text);
  let matched = 0;
  for (let at = 0; at < uri.length; at += 1) {
    while (matched > 0 && (matched === text.length || uri[at] !== text[matched])) matched = borders[matched]!;
    if (uri[at] === text[matched]) matched += 1;
    if (matched === text.length) row[at + 1 - text.length] = behind[at + 1]!;
  }
  return uri.length + text.length;
}

/** For each length, how much of the beginning of the text its end repeats. */
function bordersOf(text: string): readonly number[] {
  const borders = [0, 0];
  for (let at = 1; at < text.length; at += 1) {
    let border = borders[at]!;
    while (border > 0 && text[at] !== text[border]) border = borders[border]!;
    borders.push(text[at] === text[border] ? border + 1 : 0);
  }
  return borders;
}

function runEnd({ excludes }: Run, uri: string, from: number, behind: Uint8Array): number {
  let end = from;
  for (let at = from; at < uri.length && !excludes(uri.charCodeAt(at)); at += 1)
    if (behind[at + 1] === 1) end = at + 1;
  return end;
}

/** Neighbouring texts are one, and none is empty. */
function partsOf(template: string): Part[] {
  const parts: Part[] = [];
  const add = (text: string) => {
    const last = parts.at(-1);
    if (typeof last === 'string') parts[parts.length - 1] = last + text;
    else if (text !== '') parts.push(text);
  };
  let position = 0;
  while (position < template.length) {
    const open = template.indexOf('{', position);
    add(template.slice(position, open < 0 ? undefined : open));
    if (open < 0) break;
    const close = template.indexOf('}', open);
    if (close < 0) throw new SyntaxError('An expression of the template has no end');
    for (const part of expressionOf(template.slice(open + 1, close)))
      if (typeof part === 'string') add(part);
      else parts.push(part);
    position = close + 1;
  }
  return parts;
}

/** RFC 6570 §2.2: an operator and names with modifiers. */
function expressionOf(expression: string): Part[] {
  const [operator = ''] = /^[+#./?&]/.exec(expression) ?? [];
  const named = expression.slice(operator.length).split(',');
  const names = named.map((name) => name.replace('*', '').trim()).filter((name) => name !== '');
  const [name] = names;
  if (name === undefined) throw new SyntaxError('An expression of the template names nothing');
  if (operator === '?' || operator === '&')
    return names.flatMap((each, index) => [
      `${index === 0 ? operator : '&'}${each}=`,
      { name: each, excludes: IN_QUERY },
    ]);
  const isList = expression.includes('*');
  if (operator === '+' || operator === '#') return [{ name, excludes: RESERVED_TOO }];
  // A list of segments is joined by slashes, other lists and several names by commas.
  if (operator === '/' && isList) return [operator, { name, excludes: RESERVED_TOO }];
  const run = { name, excludes: isList || names.length > 1 ? JOINED_BY_COMMAS : ONE_VALUE };
  return operator === '' ? [run] : [operator, run];
}
