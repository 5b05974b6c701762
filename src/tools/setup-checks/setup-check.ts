import { PublicError } from '../../common/public-error.js';

/** What one check found. */
export interface CheckResult {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What was seen, or what is wrong; safe to show. */
  readonly detail: string;
}

/** A check that found something wrong, in words for the person who set the server up. */
export class CheckFailure extends Error {}

/** Performs a check: passed with the detail it returns, failed with why it threw. */
export async function check(name: string, perform: () => Promise<string> | string): Promise<CheckResult> {
  try {
    return { name, status: 'passed', detail: await perform() };
  } catch (error) {
    return { name, status: 'failed', detail: reasonOf(error) };
  }
}

export function skipped(name: string, detail: string): CheckResult {
  return { name, status: 'skipped', detail };
}

/** @throws CheckFailure with `complaint` unless `condition` holds. */
export function expectThat(condition: boolean, complaint: string): asserts condition {
  if (!condition) throw new CheckFailure(complaint);
}

function reasonOf(error: unknown): string {
  if (error instanceof CheckFailure) return error.message;
  if (error instanceof PublicError) return error.publicDetail;
  return 'It could not be performed because of an internal error.';
}
