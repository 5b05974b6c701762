/** Something the person at the keyboard can put right; shown without a stack trace, exit code 2. */
export class UsageError extends Error {}
