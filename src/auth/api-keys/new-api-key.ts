import { z } from 'zod';
import { parse } from './networks.js';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
const MAXIMUM_DAYS = 366;

/** What an administrator asks for. */
export const newApiKeySchema = z.strictObject({
  clientId: z.string().min(1).max(128),
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.string().min(1).max(128)).min(1).max(100),
  /** CIDR networks or addresses the key may be used from; empty = anywhere. */
  networks: z.array(z.string().refine(isNetwork, 'must be an address or a CIDR network')).max(50).default([]),
  /** Every key ends; by default after 90 days, at the latest after a year. */
  expiresAt: z
    .date()
    .default(() => new Date(Date.now() + DEFAULT_DAYS * DAY_MS))
    .refine((date) => date.getTime() > Date.now(), 'must lie in the future')
    .refine(
      (date) => date.getTime() <= Date.now() + MAXIMUM_DAYS * DAY_MS,
      `must be within ${MAXIMUM_DAYS} days`,
    ),
});

export type NewApiKeyInput = z.input<typeof newApiKeySchema>;
export type NewApiKeyRequest = z.output<typeof newApiKeySchema>;

function isNetwork(text: string): boolean {
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
