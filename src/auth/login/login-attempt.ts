import { BlindIndex } from '../../security/crypto/index.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { normalizeUsername } from '../users/normalize-username.js';

/** Which account is tried from where, as macs: the tables name neither a person nor an address. */
export interface LoginAttempt {
  readonly account: string;
  readonly address: string;
}

/** Of any username, whether it exists or not. */
export function loginAttemptOf(index: BlindIndex, username: string, address: string): LoginAttempt {
  return {
    account: accountOf(index, username),
    address: index.compute(addressBlock(address), 'login_failures.address'),
  };
}

export function accountOf(index: BlindIndex, username: string): string {
  return index.compute(normalizeUsername(username), 'login_failures.account');
}
