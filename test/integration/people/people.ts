import { AuditRecord } from '../../../src/audit/index.js';
import { UserAdministration } from '../../../src/auth/index.js';
import type { NewUserInput } from '../../../src/auth/index.js';
import type { User } from '../../../src/auth/index.js';
import { Transactions } from '../../../src/database/index.js';
import type { Replica } from '../auth-guards/replica.js';

export const PASSWORD = 'the tram was late again';

let made = 0;

/** Somebody new who can log in. */
export async function createPerson({ module }: Replica, more: Partial<NewUserInput> = {}): Promise<User> {
  made += 1;
  const username = more.username ?? `person${made}@people.example`;
  const administration = module.get(UserAdministration);
  await administration.create({ username, password: PASSWORD, roles: ['user'], ...more });
  return administration.find(username);
}

/** Records of these events about this target, oldest first. */
export function recordsOf({ module }: Replica, eventType: string, targetId: string): Promise<AuditRecord[]> {
  return module.get(Transactions).run((transaction) =>
    transaction.find(AuditRecord, {
      where: { eventType, targetId } as object,
      order: { occurredAt: 'ASC' },
    }),
  );
}

/** Every row of the tables, as a dump would show them. */
export async function dump({ module }: Replica, tables: readonly string[]): Promise<string> {
  const rows = await module.get(Transactions).run(async (transaction) => {
    const texts: string[] = [];
    for (const table of tables) {
      const found = await transaction.query<{ row: string }[]>(`SELECT t::text AS row FROM ${table} t`);
      texts.push(...found.map(({ row }) => row));
    }
    return texts;
  });
  return rows.join('\n');
}
