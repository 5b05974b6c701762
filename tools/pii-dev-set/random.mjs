/** A generator of random choices that gives the same for the same seed, on every machine (mulberry32). */
export class Random {
  constructor(seed) {
    this.state = hash(seed);
  }

  /** From 0 up to, not including, 1. */
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick(list) {
    return list[this.int(0, list.length - 1)];
  }

  chance(probability) {
    return this.next() < probability;
  }

  /** A string of digits of this length. */
  digits(length) {
    return this.fill('#'.repeat(length));
  }

  /** Fills a shape: # is a digit, N one from 1 to 9, A a capital letter, a a small one, h a hexadecimal digit. */
  fill(shape) {
    return shape.replace(/[#NAah]/g, (kind) => this.pick(SETS[kind]));
  }
}

const SETS = {
  '#': '0123456789',
  N: '123456789',
  A: 'ABCDEFGHJKLMNPQRSTUVWXYZ',
  a: 'abcdefghijklmnopqrstuvwxyz',
  h: '0123456789abcdef',
};

function hash(text) {
  let value = 2166136261;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0), 16777619);
  return value >>> 0;
}
