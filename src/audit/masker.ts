import { Injectable } from '@nestjs/common';
import { PiiAnalyzer } from '../security/index.js';

const CACHED_LENGTH = 256;
const CACHE_SIZE = 4_096;
const UUID_OR_HEX = /^[0-9a-f]{8}[0-9a-f-]{8,56}$/i;

/** Masks personal data in text of a record. What repeats (user agents, subjects) is analysed once. */
@Injectable()
export class Masker {
  private readonly cache = new Map<string, string>();

  constructor(private readonly analyzer: PiiAnalyzer) {}

  /** The text with personal data masked; identifiers made by machines come back as they are. */
  mask(text: string): string {
    if (UUID_OR_HEX.test(text)) return text;
    if (text.length > CACHED_LENGTH) return this.analyzer.mask(text);
    const known = this.cache.get(text);
    if (known !== undefined) return known;
    const masked = this.analyzer.mask(text);
    if (this.cache.size >= CACHE_SIZE) this.cache.clear();
    this.cache.set(text, masked);
    return masked;
  }
}
