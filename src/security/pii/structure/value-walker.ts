import { isUtf8 } from 'node:buffer';
import { childPointer } from './json-pointer.js';
import { labelOf } from './label-of.js';
import { ScanLimitError } from './scan-limit.error.js';

/** Deeper than any JSON the service accepts; also ends cycles. */
const MAX_DEPTH = 128;
/** UTF-16 units of text in one value, all strings and keys together. */
const MAX_TEXT = 8_388_608;
/** Longest string that is read as JSON of its own. */
const MAX_EMBEDDED_JSON = 1_048_576;

/** Where in a value the walk stands. */
export interface Place {
  /** RFC 6901 pointer below the walked value, safe to show: names that are personal data themselves are masked in it. */
  readonly path: string;
  /** Segments since the last root that `fields` of a policy are relative to. */
  readonly field: readonly string[];
  /** Nearest property name, in words; empty at the top. */
  readonly label: string;
}

/** What happens to the texts of a value. */
export interface TextVisitor {
  /** What the text becomes; the very same text when nothing changes. */
  text(text: string, place: Place): string;
  /** What a property name becomes, and how it may be shown in a path. */
  key(name: string, place: Place): { readonly name: string; readonly shown: string };
  /** Whether `fields` are relative to the value at this place. */
  isFieldRoot(place: Place): boolean;
}

/**
 * Walks any JSON value and rebuilds what changes: strings, numbers, property names, arrays, and JSON inside strings.
 * The input is never touched; what does not change is returned as it is.
 *
 * @throws ScanLimitError when the value is too deep or too large.
 */
export class ValueWalker {
  private textLength = 0;

  constructor(private readonly visitor: TextVisitor) {}

  walk(value: unknown, place: Place = { path: '', field: [], label: '' }, depth = 0): unknown {
    if (depth > MAX_DEPTH) throw new ScanLimitError(`it is nested more than ${MAX_DEPTH} levels deep`);
    switch (typeof value) {
      case 'string':
        return this.walkString(value, place, depth);
      case 'number':
      case 'bigint':
        return this.walkNumber(value, place);
      case 'object':
        return value === null ? null : this.walkObject(value, place, depth);
      default:
        return value;
    }
  }

  private walkString(text: string, place: Place, depth: number): string {
    const embedded = parseEmbedded(text);
    if (embedded === undefined) return this.visit(text, place);
    const walked = this.walk(embedded, { ...place, field: [] }, depth + 1);
    return walked === embedded ? text : JSON.stringify(walked, null, indentation(text));
  }

  private walkNumber(value: number | bigint, place: Place): unknown {
    const text = String(value);
    const visited = this.visit(text, place);
    return visited === text ? value : visited;
  }

  private walkObject(value: object, place: Place, depth: number): unknown {
    if (Array.isArray(value)) return this.walkArray(value, place, depth);
    if (value instanceof Uint8Array) return this.walkBytes(value, place);
    const json = (value as { toJSON?: unknown }).toJSON;
    if (typeof json === 'function') return this.walkSerializable(value, place, depth);
    return this.walkProperties(
      value,
      this.visitor.isFieldRoot(place) ? { ...place, field: [] } : place,
      depth,
    );
  }

  private walkArray(items: readonly unknown[], place: Place, depth: number): unknown {
    const walked = items.map((item, index) =>
      this.walk(item, childOf(place, String(index), String(index), place.label), depth + 1),
    );
    return walked.every((item, index) => Object.is(item, items[index])) ? items : walked;
  }

  private walkProperties(value: object, place: Place, depth: number): unknown {
    let changed = false;
    const entries = new Map<string, unknown>();
    for (const [name, child] of Object.entries(value)) {
      const { name: newName, shown } = this.visitKey(name, place);
      const walked = this.walk(child, childOf(place, name, shown, labelOf(name)), depth + 1);
      changed ||= newName !== name || !Object.is(walked, child);
      entries.set(unused(entries, newName), walked);
    }
    return changed ? Object.fromEntries(entries) : value;
  }

  /** A date or the like: what matters is the JSON it becomes. */
  private walkSerializable(value: object, place: Place, depth: number): unknown {
    const json: unknown = (value as { toJSON(): unknown }).toJSON();
    const walked = this.walk(json, place, depth + 1);
    return Object.is(walked, json) ? value : walked;
  }

  private walkBytes(bytes: Uint8Array, place: Place): unknown {
    if (!isUtf8(bytes)) return bytes;
    const text = Buffer.from(bytes).toString('utf8');
    const walked = this.walkString(text, place, 0);
    return walked === text ? bytes : Buffer.from(walked, 'utf8');
  }

  private visit(text: string, place: Place): string {
    this.count(text);
    return this.visitor.text(text, place);
  }

  private visitKey(name: string, place: Place): { readonly name: string; readonly shown: string } {
    this.count(name);
    return this.visitor.key(name, place);
  }

  private count(text: string): void {
    this.textLength += text.length;
    if (this.textLength > MAX_TEXT) throw new ScanLimitError(`it holds more than ${MAX_TEXT} characters`);
  }
}

function childOf(place: Place, segment: string, shown: string, label: string): Place {
  return { path: childPointer(place.path, shown), field: [...place.field, segment], label };
}

/** Two names may become the same when masked; neither value may be lost. */
function unused(entries: ReadonlyMap<string, unknown>, name: string): string {
  let candidate = name;
  for (let number = 2; entries.has(candidate); number++) candidate = `${name} (${number})`;
  return candidate;
}

function parseEmbedded(text: string): object | undefined {
  if (text.length > MAX_EMBEDDED_JSON || !/^\s{0,64}[[{]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function indentation(text: string): string {
  return /^\s{0,64}[[{]\r?\n([ \t]{1,8})/.exec(text)?.[1] ?? '';
}
