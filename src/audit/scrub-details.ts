import type { JsonValue } from './audit-event.js';
import { toPlainText } from './plain-text.js';

const SECRET_NAME =
  /passw|passphrase|secret|token|api_?key|private_?key|authori[sz]ation|cookie|credential|assertion|verifier|^otp$|^pin$/i;
/** `token_type`, `secretExpiresAt`, `tokenEndpointAuthMethod`: about a secret, not one. */
const ABOUT_A_SECRET = /(type|id|ids|kind|method|algorithm|count|ttl|expires?_?(at|in)|lifetime|status)$/i;
/** A compact JWS or JWE, or an Authorization header value, wherever it stands in a text. */
const CREDENTIAL = /\beyJ[\w-]{8,}\.[\w-]*(\.[\w-]*){0,3}|\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;

const SHORTEST_CREDENTIAL = 'eyJ'.length + 8;

const MAX_DEPTH = 8;
const MAX_MEMBERS = 400;
const MAX_TEXT = 1_024;
const MAX_NAME = 128;

type Details = { readonly [name: string]: JsonValue };

/**
 * What may be kept of an event's details: members with a secret's name are left out, personal data is
 * masked in texts and names, and the size is bounded. The last gate before insertion, whatever callers did.
 */
export function scrubDetails(
  details: { readonly [name: string]: JsonValue | undefined },
  mask: (text: string) => string,
): Details {
  const budget = { members: MAX_MEMBERS };
  return scrubObject(details, { mask, budget, depth: 0 });
}

interface Scope {
  readonly mask: (text: string) => string;
  readonly budget: { members: number };
  readonly depth: number;
}

function scrubObject(value: object, scope: Scope): Details {
  const members = Object.entries(value).filter(
    ([name, member]) => member !== undefined && !isSecret(name, member),
  );
  return Object.fromEntries(
    members
      .slice(0, spend(scope, members.length))
      .map(([name, member]) => [scrubText(name, MAX_NAME, scope), scrubValue(member as JsonValue, scope)]),
  );
}

function scrubValue(value: JsonValue, scope: Scope): JsonValue {
  if (typeof value === 'string') return scrubText(value, MAX_TEXT, scope);
  if (typeof value === 'number') return Number.isFinite(value) ? scrubNumber(value, scope) : null;
  if (typeof value !== 'object' || value === null) return typeof value === 'boolean' ? value : null;
  if (scope.depth >= MAX_DEPTH) return '…';
  const inner = { ...scope, depth: scope.depth + 1 };
  if (!Array.isArray(value)) return scrubObject(value, inner);
  return value.slice(0, spend(scope, value.length)).map((item: JsonValue) => scrubValue(item, inner));
}

/** A number can be a card or a phone; it stays a number unless it is one. */
function scrubNumber(value: number, scope: Scope): JsonValue {
  if (Math.abs(value) < 100_000_000) return value;
  const text = String(value);
  const masked = scope.mask(text);
  return masked === text ? value : masked;
}

function scrubText(text: string, limit: number, scope: Scope): string {
  const plain = toPlainText(text, limit);
  return scope.mask(plain.length < SHORTEST_CREDENTIAL ? plain : plain.replace(CREDENTIAL, '[removed]'));
}

function isSecret(name: string, value: JsonValue | undefined): boolean {
  return typeof value !== 'boolean' && SECRET_NAME.test(name) && !ABOUT_A_SECRET.test(name);
}

function spend({ budget }: Scope, wanted: number): number {
  const granted = Math.min(wanted, budget.members);
  budget.members -= granted;
  return granted;
}
