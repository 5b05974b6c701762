import { imul } from './math.js';

/** The node that every path begins at. */
export const ROOT = 1;

const FIELDS = 3;
const FIRST_CAPACITY = 64;

/**
 * The edges of a tree in one table of numbers: a step from a node by a label is one or two looks, and no node is an
 * object. Nodes count from `ROOT` in the order they were made; 0 is none. Labels are whole numbers up to 31 bits.
 */
export class EdgeTable {
  /** How many nodes there are, plus one. */
  size = ROOT + 1;
  private mask = FIRST_CAPACITY - 1;
  /** Node, label and target of each edge; the node is 0 where the place is free. */
  private slots = new Int32Array(FIRST_CAPACITY * FIELDS);

  /** The node that `label` leads to, 0 when there is none. */
  child(node: number, label: number): number {
    const { slots, mask } = this;
    for (let place = placeOf(node, label) & mask; ; place = (place + 1) & mask) {
      const at = place * FIELDS;
      if (slots[at] === 0) return 0;
      if (slots[at] === node && slots[at + 1] === label) return slots[at + 2]!;
    }
  }

  /** The same, made when there is none. */
  grow(node: number, label: number): number {
    const known = this.child(node, label);
    if (known !== 0) return known;
    if (this.size * 3 > this.mask * 2) this.widen();
    this.put(node, label, this.size);
    return this.size++;
  }

  private put(node: number, label: number, target: number): void {
    const { slots, mask } = this;
    let place = placeOf(node, label) & mask;
    while (slots[place * FIELDS] !== 0) place = (place + 1) & mask;
    slots[place * FIELDS] = node;
    slots[place * FIELDS + 1] = label;
    slots[place * FIELDS + 2] = target;
  }

  private widen(): void {
    const { slots } = this;
    this.mask = this.mask * 2 + 1;
    this.slots = new Int32Array((this.mask + 1) * FIELDS);
    for (let at = 0; at < slots.length; at += FIELDS) {
      if (slots[at] !== 0) this.put(slots[at]!, slots[at + 1]!, slots[at + 2]!);
    }
  }
}

function placeOf(node: number, label: number): number {
  const mixed = imul(node ^ imul(label, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
