import { OffsetMap } from '../security/index.js';
import { UnprocessableRequestError } from './presidio-error.js';
import type { Offsets } from './wire-schema.js';

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The offsets of one text as the caller counts them, and in UTF-16 units as we do. */
export class TextOffsets {
  private readonly map: OffsetMap;

  constructor(
    private readonly text: string,
    private readonly unit: Offsets,
  ) {
    this.map = new OffsetMap(text);
  }

  /** From ours to the caller's. */
  toWire(units: number): number {
    return this.unit === 'utf-16' ? units : this.map.toCodePoints(units);
  }

  /** @throws UnprocessableRequestError when the text has no such part. */
  fromWire({ start, end }: Place): Place {
    const [from, to] = [this.unitsOf(start), this.unitsOf(end)];
    const isPart = from !== undefined && to !== undefined && from <= to && to <= this.text.length;
    if (!isPart || this.map.isInsidePair(from) || this.map.isInsidePair(to))
      throw new UnprocessableRequestError(`Invalid offsets: ${start} to ${end} are no part of the text`);
    return { start: from, end: to };
  }

  private unitsOf(offset: number): number | undefined {
    return this.unit === 'utf-16' ? offset : this.map.toUtf16(offset);
  }
}
