import { partsOf } from '../structure/parts.js';
import type { Place } from '../structure/value-walker.js';
import type { Direction } from './policy-rule.js';

/** What fields of a result of MCP are relative to. */
const STRUCTURED: ReadonlySet<string> = new Set(['/structuredContent']);
const RESULT_LISTS = ['content', 'contents', 'messages'];
const RESULT_MEMBERS = new Set(['structuredContent', 'isError', '_meta']);
/** Texts of such a result: written as JSON, they are the structured result once more. */
const RESULT_TEXT = /^\/(?:content|contents|messages)\/\d+\/(?:(?:content\/)?resource\/|content\/)?text$/;

/** Where in one value the fields begin that policies speak of. It depends on what the value is, not on how its members are called. */
export class FieldRoots {
  private readonly isResult: boolean;
  private readonly roots: ReadonlySet<string>;

  constructor(value: unknown, direction: Direction, origin: string) {
    this.isResult = direction === 'out' && !origin.startsWith('route:') && isResultOfMcp(value);
    this.roots = this.isResult ? STRUCTURED : partsOf(value);
  }

  /** Whether fields are relative to the value at the place. */
  hold({ path, written }: Place): boolean {
    return written === undefined && this.roots.has(path);
  }

  /** Whether fields are relative to the JSON that a text at the place may be. */
  holdText(place: Place): boolean {
    if (place.written !== undefined) return false;
    return this.roots.has(place.path) || (this.isResult && RESULT_TEXT.test(place.path));
  }
}

function isResultOfMcp(value: unknown): boolean {
  const result = Object(value) as Readonly<Record<string, unknown>>;
  const isStructured = Object.keys(result).every((name) => RESULT_MEMBERS.has(name));
  return isStructured || RESULT_LISTS.some((list) => Array.isArray(result[list]));
}
