import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { EntityType } from '../entity-types.js';
import { KNOWN_VALUES } from '../policies/self-test/known-values.js';
import { maskFinding } from './mask.operator.js';
import { MASKS, maskRuleOf } from './masks/index.js';

const TYPES = Object.keys(MASKS) as EntityType[];

describe('maskFinding', () => {
  it.each<[EntityType, string, string]>([
    ['PERSON', '홍길동', '홍*동'],
    ['PERSON', '김철', '김*'],
    ['PERSON', '남궁민수', '남**수'],
    ['PERSON', 'John Q Doe', 'J*** * D**'],
    ['EMAIL', 'honggildong@example.com', 'hong****@example.com'],
    ['EMAIL', 'hong@example.com', 'hong****@example.com'],
    ['EMAIL', 'kim@example.com', 'k****@example.com'],
    ['EMAIL', 'a@example.com', '****@example.com'],
    ['EMAIL', 'hong%40example.com', '****%*********.***'],
    ['PHONE', '010-1234-5678', '010-****-5678'],
    ['PHONE', '01012345678', '010****5678'],
    ['PHONE', '02-1234-5678', '02-****-5678'],
    ['PHONE', '011-123-4567', '011-***-4567'],
    ['PHONE', '+82 10-1234-5678', '+82 10-****-5678'],
    ['PHONE', '+1 (415) 555-2671', '+1 (415) ***-2671'],
    ['PHONE', '555-2671', '***-2671'],
    ['PHONE', '02-555-0147 #1234', '02-***-**** #1234'],
    ['KR_RRN', '900101-1234568', '900101-*******'],
    ['CREDIT_CARD', '4111-1111-1111-1111', '4111-****-****-1111'],
    ['CREDIT_CARD', '3782 822463 10005', '3782 ****** *0005'],
    ['CREDIT_CARD', '6304 0000 0000', '63** **** 0000'],
    ['BANK_ACCOUNT', '110-123-456789', '***-***-**6789'],
    ['US_SSN', '123-45-6789', '***-**-6789'],
    ['IBAN', 'GB82 WEST 1234 5698 7654 32', 'GB** **** **** **** **54 32'],
    ['IP_ADDRESS', '203.0.113.7', '203.0.*.*'],
    ['IP_ADDRESS', '2001:db8::1', '****:***::*'],
    ['PASSPORT', 'M12345678', 'M********'],
    ['ADDRESS', '서울특별시 강남구 테헤란로 152', '서울특별시 강남구 **** ***'],
    ['URL_CREDENTIALS', 'user:pa55', '***:***'],
    ['KR_VEHICLE', '12가 3456', '*** ****'],
    ['DECLARED', 'Anybody', '*******'],
  ])('masks %s %j as %j', (entityType, value, masked) => {
    expect(maskFinding(value, { entityType })).toBe(masked);
  });

  const words = fc.stringMatching(/^[A-Za-z0-9가-힣一-龥+@.:/() -]{0,40}$/);

  it.each([...TYPES, 'DECLARED' as const])('shows no more of a %s than its limit', (entityType) => {
    fc.assert(
      fc.property(words, (value) => {
        const masked = maskFinding(value, { entityType });
        for (const part of limited(entityType, masked)) {
          expect(readable(part)).toBeLessThanOrEqual(maskRuleOf(entityType).limit);
        }
      }),
      { numRuns: 300 },
    );
  });

  /** As values of the type look: the known one with other letters and digits, cut anywhere, in other company. */
  const shaped = (known: string) =>
    fc
      .tuple(
        fc.array(fc.stringMatching(/^[0-9A-Za-z가-힣]$/), {
          minLength: known.length,
          maxLength: known.length,
        }),
        fc.constantFrom('', '-', ' ', '.', '\u00a0', '\u200b', '·'),
        fc.nat(known.length),
      )
      .map(([others, between, at]) => {
        const value = [...known]
          .map((character, index) => alike(character, others[index] ?? character))
          .join('');
        return value.slice(0, at) + between + value.slice(at);
      });

  it.each(KNOWN_VALUES)(
    'shows no more of what looks like a $entityType than documented',
    ({ entityType, value }) => {
      const { limit } = maskRuleOf(entityType);
      fc.assert(
        fc.property(shaped(value), (given) => {
          const masked = maskFinding(given, { entityType });
          for (const part of limited(entityType, masked)) expect(readable(part)).toBeLessThanOrEqual(limit);
          expect(maskFinding(masked, { entityType })).toBe(masked);
          // Whatever it shows, it shows in its place: nothing of what is hidden is moved.
          if (readable(given) >= 4) expect(masked).not.toBe(given);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('is described by the table of the documentation', () => {
    const table = readFileSync('docs/personal-data.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|.*\| (\d+)\b/gm);
    const documented = Object.fromEntries([...table].map(([, type, limit]) => [type, Number(limit)]));
    expect(documented).toEqual(Object.fromEntries(TYPES.map((type) => [type, maskRuleOf(type).limit])));
  });
});

function readable(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** The other character where it is of the same kind, so that the format stays. */
function alike(character: string, other: string): string {
  const kinds = [/\d/, /[A-Z]/, /[a-z]/, /[가-힣]/];
  return kinds.some((kind) => kind.test(character) && kind.test(other)) ? other : character;
}

/** What the limit is about: each word of a name, what stands before the `@`, else the whole. */
function limited(entityType: EntityType, masked: string): string[] {
  if (entityType === 'PERSON') return masked.match(/[\p{L}\p{N}*]+/gu) ?? [];
  if (entityType === 'EMAIL') return [masked.slice(0, Math.max(0, masked.lastIndexOf('@')))];
  return [masked];
}
