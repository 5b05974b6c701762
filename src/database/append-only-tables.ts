/** Tables the runtime login may only read and add to; triggers refuse the rest for the owner too. */
export const APPEND_ONLY_TABLES = ['audit_records'] as const;
