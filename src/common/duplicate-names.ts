const QUOTE = '"';
const BACKSLASH = '\\';

/**
 * Whether an object in the JSON text has two members of one name. Which of them counts is every parser's own choice
 * (RFC 8259 §4), so a verdict about one could be a call of the other.
 *
 * @param json must be valid; in time proportional to its length.
 */
export function hasDuplicateNames(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (let index = 0; index < json.length; index++) {
    const character = json[index];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(undefined);
    else if (character === '}' || character === ']') open.pop();
    else if (character === QUOTE) {
      const end = endOfString(json, index);
      if (isRepeated(json, index, end, open.at(-1))) return true;
      index = end;
    }
  }
  return false;
}

/** Notes the name when the string is one. */
function isRepeated(json: string, start: number, end: number, names: Set<string> | undefined): boolean {
  if (names === undefined || !isName(json, end + 1)) return false;
  const name = JSON.parse(json.slice(start, end + 1)) as string;
  if (names.has(name)) return true;
  names.add(name);
  return false;
}

function endOfString(json: string, start: number): number {
  let index = start + 1;
  while (json[index] !== QUOTE) index += json[index] === BACKSLASH ? 2 : 1;
  return index;
}

function isName(json: string, after: number): boolean {
  let index = after;
  while (/[ \t\r\n]/.test(json[index] ?? '')) index++;
  return json[index] === ':';
}
