import { LIVENESS_MS, within } from '../../support/eventually.js';

/** Waits until the expectation holds, and fails as it does when it never does. */
export async function eventually(expectation: () => void | Promise<void>): Promise<void> {
  const holds = async (): Promise<boolean> => {
    try {
      await expectation();
      return true;
    } catch {
      return false;
    }
  };
  if (!(await within(LIVENESS_MS, holds))) await expectation();
}
