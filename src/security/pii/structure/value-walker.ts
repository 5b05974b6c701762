import { hasDuplicateNames } from '../../../common/duplicate-names.js';
import { chunkedText } from './chunked-text.js';
import { ExactNumber, parseEmbedded, writeEmbedded } from './embedded-json.js';
import { readableText } from './encodings/readable-text.js';
import { rewriteEncoded } from './encodings/rewrite-encoded.js';
import { childPointer } from './json-pointer.js';
import { labelOf } from './label-of.js';
import { ScanLimitError } from './scan-limit.error.js';

/** Deeper than any JSON the service accepts; also ends cycles. */
const MAX_DEPTH = 128;
/** Stands in paths for a name in which personal data is encoded. */
const HIDDEN = '*';
/** UTF-16 units of text in one value, all strings and keys together. */
const MAX_TEXT = 8_388_608;

/** Where in a value the walk stands. */
export interface Place {
  /** RFC 6901 pointer below the walked value, safe to show: names that are personal data themselves are masked in it. */
  readonly path: string;
  /** Segments since the last root that `fields` of a policy are relative to. */
  readonly field: readonly string[];
  /** Segments within the innermost text that is read as JSON of its own; undefined outside of any. */
  readonly written?: readonly string[];
  /** Nearest property name, in words; empty at the top. */
  readonly label: string;
  /** Whether the text is a JSON number written out. */
  readonly numeric?: boolean;
}

/** What happens to the texts of a value. */
export interface TextVisitor {
  /** What the text becomes; the very same text when nothing changes. */
  text(text: string, place: Place): string;
  /** What a property name becomes, and how it may be shown in a path. */
  key(name: string, place: Place): { readonly name: string; readonly shown: string };
  /** Whether `fields` are relative to the value at this place. */
  isFieldRoot(place: Place): boolean;
  /** Whether that is so of the JSON that a text at this place may be. */
  isRootOfText?(place: Place): boolean;
  /** Whether the text at this place is dealt with as it stands, whatever is written inside of it. */
  isWhole?(place: Place): boolean;
  /** What a text becomes that turns into something else than text; undefined for all others. */
  value?(text: string): unknown;
  /** Whether nothing is ever changed or refused: then values pass that cannot be looked into, such as streams. */
  readonly keepsEverything?: boolean;
  /** How many findings the visitor has come upon: more of them after a name than before stand inside of the name. */
  readonly findingCount?: number;
}

/**
 * Walks any JSON value and rebuilds what changes: strings, numbers, property names, arrays, and what is written inside
 * of strings: JSON, base64, hexadecimal, percent-encoded text, character references; characters one by one in arrays.
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
        return this.visitor.value?.(value) ?? this.walkString(value, place, depth);
      case 'number':
      case 'bigint':
        return this.walkNumber(value, place);
      case 'boolean':
        return this.walkBoolean(value, place);
      case 'object':
        return value === null ? null : this.walkObject(value, place, depth);
      case 'function':
        return isSerializable(value) ? this.walkSerializable(value, place, depth) : value;
      default:
        return value;
    }
  }

  private walkString(text: string, place: Place, depth: number): string {
    // At once: to look for encodings in it takes seconds.
    if (text.length > MAX_TEXT) throw tooLarge();
    if (this.visitor.isWhole?.(place) === true) return this.visit(text, place);
    const embedded = parseEmbedded(text);
    if (embedded === undefined) return this.visit(this.walkEncoded(text, place, depth), place);
    return this.walkEmbedded(embedded, text, place, depth);
  }

  private walkEmbedded(embedded: object, text: string, place: Place, depth: number): string {
    const walked = this.walk(embedded, this.insideOf(place), depth + 1);
    if (walked !== embedded) return writeEmbedded(walked, text);
    // Of names that stand in it twice only the last was read: written anew, only that is left.
    const hides = this.visitor.keepsEverything === false && hasDuplicateNames(text);
    return hides ? writeEmbedded(embedded, text) : text;
  }

  private insideOf(place: Place): Place {
    if (this.visitor.isRootOfText?.(place) === true) return { ...place, field: [] };
    return { ...place, written: [] };
  }

  private walkEncoded(text: string, place: Place, depth: number): string {
    return rewriteEncoded(text, (decoded, name) =>
      this.walkNested(decoded, name === undefined ? place : { ...place, label: labelOf(name) }, depth),
    );
  }

  /** What is written inside of a name, which has no text of its own to be asked about. */
  private walkInside(name: string, place: Place, depth: number): string {
    const embedded = parseEmbedded(name);
    if (embedded === undefined) return this.walkEncoded(name, place, depth);
    return this.walkEmbedded(embedded, name, place, depth);
  }

  private walkNested(text: string, place: Place, depth: number): string {
    return String(this.walk(text, place, depth + 1));
  }

  private walkNumber(value: number | bigint | ExactNumber, place: Place): unknown {
    const text = value instanceof ExactNumber ? value.text : String(value);
    const visited = this.visit(text, { ...place, numeric: true });
    return visited === text ? value : visited;
  }

  /** Yes or no says nothing of anybody, but where a field is personal whatever it holds. */
  private walkBoolean(value: boolean, place: Place): unknown {
    if (this.visitor.isWhole?.(place) !== true) return value;
    const text = String(value);
    const visited = this.visit(text, place);
    return visited === text ? value : visited;
  }

  private walkObject(value: object, place: Place, depth: number): unknown {
    if (value instanceof ExactNumber) return this.walkNumber(value, place);
    if (ArrayBuffer.isView(value)) return this.walkBytes(value, place, depth);
    if (isBoxed(value)) return this.walk(value.valueOf(), place, depth + 1);
    if (isStream(value)) return this.walkStream(value);
    if (isSerializable(value)) return this.walkSerializable(value, place, depth);
    if (Array.isArray(value)) return this.walkArray(value, place, depth);
    return this.walkProperties(
      value,
      this.visitor.isFieldRoot(place) ? { ...place, field: [] } : place,
      depth,
    );
  }

  private walkArray(items: readonly unknown[], place: Place, depth: number): unknown {
    const chunked = chunkedText(items);
    if (chunked !== undefined) {
      const text = this.walkNested(chunked.text, place, depth);
      if (text !== chunked.text) return chunked.rebuild(text);
    }
    const walked = items.map((item, index) =>
      this.walk(item, childOf(place, String(index), String(index), place.label), depth + 1),
    );
    return walked.every((item, index) => Object.is(item, items[index])) ? items : walked;
  }

  private walkProperties(value: object, place: Place, depth: number): unknown {
    let changed = false;
    const entries = new Map<string, unknown>();
    const nameOf = unusedNames(entries);
    for (const [name, child] of Object.entries(value)) {
      const { name: newName, shown } = this.visitKey(name, place, depth);
      const walked = this.walk(child, childOf(place, name, shown, labelOf(name)), depth + 1);
      changed ||= newName !== name || !Object.is(walked, child);
      entries.set(nameOf(newName), walked);
    }
    return changed ? Object.fromEntries(entries) : value;
  }

  /** A date or the like: what matters is the JSON it becomes. */
  private walkSerializable(value: object, place: Place, depth: number): unknown {
    const json: unknown = (value as { toJSON(): unknown }).toJSON();
    const walked = this.walk(json, place, depth + 1);
    return Object.is(walked, json) ? value : walked;
  }

  /** Whatever its elements are: what is sent are the octets. */
  private walkBytes(view: ArrayBufferView, place: Place, depth: number): unknown {
    const text = readableText(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
    if (text === undefined) return view;
    const walked = this.walkNested(text, place, depth);
    return walked === text ? view : Buffer.from(walked, 'utf8');
  }

  /** Once it flows, nothing can be taken back. */
  private walkStream(stream: object): object {
    if (this.visitor.keepsEverything === true) return stream;
    throw new ScanLimitError('it is a stream; a policy that keeps everything lets streams pass');
  }

  private visit(text: string, place: Place): string {
    this.count(text);
    return this.visitor.text(text, place);
  }

  private visitKey(
    name: string,
    place: Place,
    depth: number,
  ): { readonly name: string; readonly shown: string } {
    this.count(name);
    const before = this.visitor.findingCount;
    const inside = this.walkInside(name, { ...place, label: '' }, depth);
    const hides = this.visitor.findingCount !== before;
    const key = this.visitor.key(inside, place);
    // Whatever is done about it, a record is no place for it, encoded or not.
    return hides ? { ...key, shown: HIDDEN } : key;
  }

  private count(text: string): void {
    this.textLength += text.length;
    if (this.textLength > MAX_TEXT) throw tooLarge();
  }
}

function tooLarge(): ScanLimitError {
  return new ScanLimitError(`it holds more than ${MAX_TEXT} characters`);
}

function childOf(place: Place, segment: string, shown: string, label: string): Place {
  const field = [...place.field, segment];
  const path = childPointer(place.path, shown);
  return place.written === undefined
    ? { path, field, label }
    : { path, field, written: [...place.written, segment], label };
}

/** `new String('…')` and the like, which JSON writes as what they hold. */
function isBoxed(value: object): boolean {
  return value instanceof String || value instanceof Number || value instanceof BigInt;
}

/** Of which JSON is what this gives, be it an array or a function. */
function isSerializable(value: object): boolean {
  return typeof (value as { toJSON?: unknown }).toJSON === 'function';
}

/** Streams of Node and of the web, Nest's StreamableFile, generators, and answers, which Fastify knows by their name. */
function isStream(value: object): boolean {
  const { pipe, getReader, getStream } = value as Record<string, unknown>;
  return (
    [pipe, getReader, getStream].some((method) => typeof method === 'function') ||
    Symbol.asyncIterator in value ||
    Object.prototype.toString.call(value) === '[object Response]'
  );
}

/**
 * Gives names that no entry has: two may become the same when masked, and neither value may be lost. All of thousands
 * may, so each is counted on from where the last one like it ended.
 */
function unusedNames(entries: ReadonlyMap<string, unknown>): (name: string) => string {
  const used = new Map<string, number>();
  return (name) => {
    if (!entries.has(name)) return name;
    let number = used.get(name) ?? 1;
    let candidate: string;
    do candidate = `${name} (${++number})`;
    while (entries.has(candidate));
    used.set(name, number);
    return candidate;
  };
}
