import { relativeCost } from '../../../../../test/support/relative-cost.js';
import { rewriteEncoded } from './rewrite-encoded.js';

const SHORT = 16_000;
const TIMES = 25;
/** A longer run takes the pattern room that the shorter one has; a search that begins anew at every place costs 625 times. */
const MOST = 150;

const octets = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * index) % 251));
const repeated = (unit: string) => (length: number) => unit.repeat(length / unit.length);

const TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'octets in base64, as of a picture': (length) => octets((length * 3) / 4).toString('base64'),
  'the same in base64url': (length) => octets((length * 3) / 4).toString('base64url'),
  'the same in lines': (length) =>
    octets((length * 3) / 4)
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n'),
  'octets in hexadecimal': (length) => octets(length / 2).toString('hex'),
  'plus signs': repeated('+'),
  'plus signs and a percent sign': (length) => `%4${'+'.repeat(length)}`,
  'plus signs behind an octet': (length) => `%41${'+a'.repeat(length / 2)}`,
  'percent signs': repeated('%'),
  'ampersands and numbers': repeated('&#1'),
  'slashes between words': repeated('/abcdefghijk'),
  'one letter': repeated('A'),
  'one letter, and a line break': (length) => `${'A'.repeat(length)}\n`,
};

describe('what is encoded in a text', () => {
  it.each(Object.entries(TEXTS))(
    'is looked for in a time that grows with its length: %s',
    async (_, textOf) => {
      const long = textOf(SHORT * TIMES);
      const short = textOf(SHORT);
      const rewrite = (text: string) => rewriteEncoded(text, (decoded) => decoded);
      const ratio = await relativeCost(
        { times: 1, run: () => rewrite(long) },
        { times: TIMES, run: () => rewrite(short) },
      );
      expect(ratio).toBeLessThan(MOST);
    },
    120_000,
  );
});
