import type { EntityType } from '../finding.js';
import type { Operator } from './operator.js';
import { TOKEN } from './operator.js';

type Mask = (value: string) => string;

const MASKS: Partial<Record<EntityType, Mask>> = {
  PERSON: maskPerson,
  EMAIL: maskEmail,
  PHONE: maskPhone,
  ADDRESS: maskAddress,
  KR_RRN: (value) => maskFrom(value, 6),
  KR_FRN: (value) => maskFrom(value, 6),
  CREDIT_CARD: (value) => keepLast(value, 4),
  BANK_ACCOUNT: (value) => keepLast(value, 4),
  US_SSN: (value) => keepLast(value, 4),
  IBAN: (value) => value.slice(0, 2) + keepLast(value.slice(2), 4),
  IP_ADDRESS: maskIpAddress,
  URL_CREDENTIALS: () => '***:***',
  PASSPORT: (value) => maskFrom(value, 1),
};

/** Hides a value but keeps its format, so that a reader still sees what it was: `010-****-5678`, `h***@example.com`. */
export const maskOperator: Operator = {
  action: 'mask',
  apply: (value, { entityType }) => maskFinding(value, { entityType }),
};

/** The value masked as its type is; a token of the encrypt or hash operator stays. */
export function maskFinding(value: string, { entityType }: { readonly entityType: EntityType }): string {
  if (TOKEN.test(value)) return value;
  return (MASKS[entityType] ?? maskAll)(value);
}

function maskAll(value: string): string {
  return value.replace(/[\p{L}\p{N}]/gu, '*');
}

/** 홍*동, 김*, 남**수; J*** D**. */
function maskPerson(value: string): string {
  return value.replace(/[\p{L}\p{N}\p{M}]+/gu, maskName);
}

function maskName(word: string): string {
  const letters = [...word];
  const [first = ''] = letters;
  if (!/[가-힣]/.test(word) || letters.length < 3) return first + '*'.repeat(Math.max(1, letters.length - 1));
  return first + '*'.repeat(letters.length - 2) + letters.at(-1)!;
}

/** The length of the local part stays hidden. */
function maskEmail(value: string): string {
  const at = value.lastIndexOf('@');
  if (at < 0) return maskAll(value);
  return (at > 1 ? value.charAt(0) : '') + '***' + value.slice(at);
}

/** Hides the exchange: the group before the last four digits. */
function maskPhone(value: string): string {
  const digits = value.replace(/\P{N}/gu, '').length;
  const hidden = digits >= 11 ? 4 : 3;
  return replaceDigits(value, (index) => index >= digits - 4 - hidden && index < digits - 4);
}

/** Keeps the first two administrative levels of a Korean address; nothing of others. */
function maskAddress(value: string): string {
  const kept = /^(?:[가-힣]{1,8}(?:시|도|군|구) ){0,2}/.exec(value)?.[0] ?? '';
  return kept + maskAll(value.slice(kept.length));
}

function maskIpAddress(value: string): string {
  const octets = value.split('.');
  if (octets.length === 4 && !value.includes(':')) return `${octets[0]}.${octets[1]}.*.*`;
  return maskAll(value);
}

function maskFrom(value: string, kept: number): string {
  let seen = 0;
  return value.replace(/[\p{L}\p{N}]/gu, (character) => (seen++ < kept ? character : '*'));
}

function keepLast(value: string, kept: number): string {
  const total = value.replace(/[^\p{L}\p{N}]/gu, '').length;
  let seen = 0;
  return value.replace(/[\p{L}\p{N}]/gu, (character) => (seen++ >= total - kept ? character : '*'));
}

function replaceDigits(value: string, isHidden: (index: number) => boolean): string {
  let index = 0;
  return value.replace(/\p{N}/gu, (digit) => (isHidden(index++) ? '*' : digit));
}
