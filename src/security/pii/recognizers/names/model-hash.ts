import { imul } from '../../text/math.js';

/** Features share this many weights by their hash. */
export const WEIGHT_COUNT = 1 << 17;

/** Where the hash of a feature begins, so that equal characters mean different things in different features. */
export const seed = (feature: number): number => imul(feature + 1, 0x9e3779b1);

/** Continues a hash with one more character. */
export const mix = (hash: number, value: number): number => imul(hash ^ value, 0x01000193) ^ (hash >>> 13);

/** A hash of two values in their order: small ones that `mix` alone would only add up. */
export const pair = (first: number, second: number): number => mix(mix(seed(0), first), second);

/** The weight that belongs to a feature and a hash. */
export const slot = (feature: number, hash: number): number => {
  const mixed = imul(hash ^ seed(feature), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 15)) >>> 0) & (WEIGHT_COUNT - 1);
};
