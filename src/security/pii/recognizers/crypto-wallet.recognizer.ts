import { passesBase58Check } from '../text/check-digits/base58.js';
import { passesBech32 } from '../text/check-digits/bech32.js';
import { passesEip55 } from '../text/check-digits/eip55.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

/** Version, hash and checksum of a Base58Check address. */
const BASE58_BYTES = 25;
const BASE58 = /^[13LMDA2mn][1-9A-HJ-NP-Za-km-z]{25,34}$/;
const SEGWIT = /^(?:bc|tb|ltc)1[02-9ac-hj-np-z]{11,71}$/i;
const ETHEREUM = /^0x[0-9A-Fa-f]{40}$/;

/** Addresses of Bitcoin and its kin by their checksums, of Ethereum by shape and the checksum in its capitals. */
export const cryptoWalletRecognizer: NumberRecognizer = {
  name: 'crypto-wallet',
  trigger: 'number',
  shapes: ['*26~63'],
  context: ['bitcoin', 'btc', 'wallet', 'ethereum', 'eth', 'crypto'],
  recognize(run) {
    const { value, start, end } = run;
    if (ETHEREUM.test(value)) return candidate('CRYPTO', start, end, ethereumScore(value));
    const isValid = SEGWIT.test(value)
      ? passesBech32(value)
      : BASE58.test(value) && passesBase58Check(value, BASE58_BYTES);
    return isValid ? candidate('CRYPTO', start, end, 0.98) : undefined;
  },
};

/** Wallets refuse capitals that are not those of the checksum; a reader may have mistyped them. */
function ethereumScore(address: string): number {
  const passes = passesEip55(address);
  if (passes === undefined) return 0.8;
  return passes ? 0.98 : 0.6;
}
