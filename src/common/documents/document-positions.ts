import { isMap, isNode, isPair, isSeq, type Document, type LineCounter, type Node, type YAMLMap } from 'yaml';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where things stand in a YAML document. */
export class DocumentPositions {
  /** By map: looking for each of very many keys from the start would take minutes. */
  private readonly keys = new WeakMap<YAMLMap, ReadonlyMap<string, Node>>();

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
  ) {}

  /** Of the value at the path, or of the nearest thing around it that exists. */
  ofValue(path: readonly PropertyKey[]): Position {
    return this.ofNode(nodeAt(this.document.contents, path));
  }

  /** Of the key itself, in the map at the path. */
  ofKey(path: readonly PropertyKey[], key: string): Position {
    const map = nodeAt(this.document.contents, path);
    return this.ofNode((isMap(map) ? this.keysOf(map).get(key) : undefined) ?? map);
  }

  private keysOf(map: YAMLMap): ReadonlyMap<string, Node> {
    const known = this.keys.get(map);
    if (known !== undefined) return known;
    const keys = map.items.flatMap(({ key }) => (isNode(key) ? [[keyOf(key), key] as const] : []));
    // The first of a name, as readers of the file find it.
    const byName = new Map(keys.reverse());
    this.keys.set(map, byName);
    return byName;
  }

  at(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  private ofNode(node: Node | undefined): Position {
    return this.at(node?.range?.[0] ?? 0);
  }
}

function nodeAt(root: unknown, path: readonly PropertyKey[]): Node | undefined {
  let current = isNode(root) ? root : undefined;
  for (const segment of path) {
    const next = childOf(current, segment);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}

function childOf(node: Node | undefined, segment: PropertyKey): Node | undefined {
  if (isSeq(node)) return asNode(node.items[Number(segment)]);
  if (!isMap(node)) return undefined;
  const pair = node.items.find((item) => isPair(item) && keyOf(item.key) === String(segment));
  return asNode(pair?.value) ?? asNode(pair?.key);
}

function asNode(value: unknown): Node | undefined {
  return isNode(value) ? value : undefined;
}

function keyOf(key: unknown): string {
  return String(isNode(key) ? (key.toJSON() as unknown) : key);
}
