import { z } from 'zod';

/** No control characters, no spaces around it: what is shown has to be what is typed. */
const USERNAME = /^(?!\s)[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,128}(?<!\s)$/u;
const PRINTABLE = /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u;

export const roleName = z
  .string()
  .regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores');

/** What an administrator says about a person to be created. Without a password they log in through a provider only. */
export const newUserSchema = z.strictObject({
  username: z
    .string()
    .regex(USERNAME, 'must be 1 to 128 characters without control characters or spaces around'),
  password: z.string().optional(),
  email: z.email('must be an e-mail address').max(254).optional(),
  emailVerified: z.boolean().default(false),
  displayName: z.string().min(1).max(128).regex(PRINTABLE, 'must not hold control characters').optional(),
  roles: z.array(roleName).max(20).default([]),
  /** They choose another at their first login, because somebody else knows this one. */
  mustChangePassword: z.boolean().default(false),
});

export type NewUserInput = z.input<typeof newUserSchema>;
export type NewUser = z.output<typeof newUserSchema>;
