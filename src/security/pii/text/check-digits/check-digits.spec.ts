import { passesBech32 } from './bech32.js';
import { passesEip55 } from './eip55.js';
import { passesMod11Of10, passesMod11Of2 } from './iso-7064.js';
import { keccak256 } from './keccak256.js';
import { passesVerhoeff } from './verhoeff.js';

/** Each check with values it admits; every neighbouring value has to fail. */
const CHECKS = [
  ['Verhoeff', passesVerhoeff, ['2363', '123451', '84736430954837284567892']],
  ['ISO 7064 MOD 11,10', passesMod11Of10, ['86095742719', '65929970489', '02476291358']],
  ['ISO 7064 MOD 11-2', passesMod11Of2, ['0000000218250097', '000000021694233X', '11010519491231002X']],
] as const;

describe.each(CHECKS)('%s', (_name, passes, valid) => {
  it.each(valid.map((value) => [value]))('admits %s and no other last character', (value) => {
    const others = [...'0123456789X'].filter((character) => passes(value.slice(0, -1) + character));
    expect(others).toEqual([value.at(-1)]);
  });
});

describe('Bech32', () => {
  // Addresses of BIP 173 and BIP 350.
  it.each([
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
    'tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
  ])('admits %s', (address) => {
    expect(passesBech32(address)).toBe(true);
  });

  it.each([
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3T4',
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
    'bc1q',
    'bc1qbbbbbbbbbb',
  ])('refuses %s', (address) => {
    expect(passesBech32(address)).toBe(false);
  });
});

describe('Keccak-256', () => {
  // The empty message and the first selector of ERC-20; a block is 136 octets, so 135 and 136 differ in their padding.
  it.each([
    ['', 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'],
    ['transfer(address,uint256)', 'a9059cbb2ab09eb219583f4a59a5d0623ade346d962bcd4e46b11da047c9049b'],
    ['abc', '4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45'],
  ])('of %j is what Ethereum computes', (message, digest) => {
    expect(keccak256(Buffer.from(message))).toBe(digest);
  });

  it('takes messages of any length in, each with a digest of its own', () => {
    const digests = Array.from({ length: 280 }, (_, length) => keccak256(Buffer.alloc(length, 0x61)));
    expect(new Set(digests).size).toBe(280);
  });
});

describe('EIP-55', () => {
  // The addresses of the proposal.
  it.each([
    '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
    '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
    '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
    '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
  ])('admits %s, and not with one capital more or less', (address) => {
    expect(passesEip55(address)).toBe(true);
    const changed = address.replace(/[a-f](?=[^a-f]*$)/i, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    );
    expect(passesEip55(changed)).toBe(false);
  });

  it.each(['0xde709f2102306220921060314715629080e2fb77', '0x52908400098527886E0F7030069857D2E4169EE7'])(
    'says nothing of %s, whose letters have one case',
    (address) => {
      expect(passesEip55(address)).toBeUndefined();
    },
  );
});
