import fc from 'fast-check';
import { OffsetMap } from './offset-map.js';

/** Ordinary characters, pairs and lone surrogates. */
const texts = fc.array(fc.constantFrom('a', '홍', '😀', '𝒳', '\ud83d', '\ude00'), { maxLength: 40 });

describe('OffsetMap', () => {
  it('counts code points as walking over the text does', () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const map = new OffsetMap(text);
        let units = 0;
        const points = [...text];
        points.forEach((point, index) => {
          expect(map.toUtf16(index)).toBe(units);
          expect(map.toCodePoints(units)).toBe(index);
          expect(map.isInsidePair(units)).toBe(false);
          if (point.length === 2) expect(map.isInsidePair(units + 1)).toBe(true);
          units += point.length;
        });
        expect(map.toUtf16(points.length)).toBe(text.length);
        expect(map.toCodePoints(text.length)).toBe(points.length);
        expect(map.toUtf16(points.length + 1)).toBeUndefined();
      }),
    );
  });
});
