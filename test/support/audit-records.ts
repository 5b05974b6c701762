import type { Gatehouse } from './gatehouse.js';

/** A record as `GET /admin/audit/records` shows it; only what tests look at. */
export interface RecordView {
  readonly id: string;
  readonly event_type: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly correlation_id?: string;
  readonly [member: string]: unknown;
}

/** Every record that matches the filter, page by page, newest first. */
export async function auditRecords(
  gatehouse: Gatehouse,
  filter: Record<string, string> = {},
): Promise<RecordView[]> {
  const token = await gatehouse.token({ scope: 'audit.read' });
  const records: RecordView[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '500', ...filter, ...(cursor === null ? {} : { cursor }) });
    const response = await fetch(`${gatehouse.url}/admin/audit/records?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (response.status !== 200) throw new Error(`records: ${response.status} ${await response.text()}`);
    const page = (await response.json()) as { records: RecordView[]; next_cursor: string | null };
    records.push(...page.records);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return records;
}
